import { expect, test } from 'vitest'
import { allergens } from '#shared/contracts/catalogue.ts'
import { pictureNames } from '#shared/canteen/pictures.ts'
import { createCategories } from './categories.ts'
import { createProducts } from './products.ts'

const products = createProducts()
const categories = createCategories()

test('every category has products and every product a category', () => {
  const used = new Set(products.map(({ categoryId }) => categoryId))
  expect(used).toEqual(new Set(categories.map(({ id }) => id)))
})

test('prices are whole cents of something one can pay', () => {
  for (const { priceCents } of products) {
    expect(Number.isInteger(priceCents)).toBe(true)
    expect(priceCents).toBeGreaterThan(0)
    expect(priceCents).toBeLessThanOrEqual(5_000)
  }
})

test('a limit per order is no larger than the one per window', () => {
  expect(products.filter(({ maxPerOrder, maxPerWindow }) => maxPerOrder > maxPerWindow)).toEqual([])
})

test('some products are sold out and some nearly', () => {
  expect(products.filter(({ stock }) => stock === 0).length).toBeGreaterThanOrEqual(3)
  expect(products.filter(({ stock }) => stock > 0 && stock <= 3).length).toBeGreaterThanOrEqual(3)
})

test('no product names an allergen twice, and each of the fourteen occurs', () => {
  for (const product of products) expect(new Set(product.allergens).size).toBe(product.allergens.length)
  expect(new Set(products.flatMap(product => product.allergens))).toEqual(new Set(allergens))
})

test('products of the same name on one shelf differ by their unit', () => {
  const labels = products.map(({ categoryId, names, unit }) => `${categoryId}: ${names.fr}, ${unit}`)
  expect(new Set(labels).size).toBe(labels.length)
})

test('every picture shown is one that is bundled', () => {
  const bundled = new Set<string>(pictureNames)
  expect([...categories, ...products].filter(({ picture }) => !bundled.has(picture))).toEqual([])
})
