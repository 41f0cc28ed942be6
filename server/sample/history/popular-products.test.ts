import { expect, test } from 'vitest'
import { createProducts } from '../catalogue/products.ts'
import { popularProductIds } from './popular-products.ts'

test('everything popular is on the shelves', () => {
  const known = new Set<string>(createProducts().map(({ id }) => id))
  expect(popularProductIds.filter(id => !known.has(id))).toEqual([])
})
