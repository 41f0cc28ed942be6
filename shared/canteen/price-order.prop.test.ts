import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Product } from '../contracts/catalogue.ts'
import { categoryIdSchema, orderWindowIdSchema, type ProductId, productIdSchema } from '../contracts/ids.ts'
import { type OrderCircumstances, priceOrder } from './price-order.ts'

const productIds = ['a', 'b', 'c', 'd'].map(id => productIdSchema.parse(id))

const product = (id: ProductId): fc.Arbitrary<Product> =>
  fc.record({
    id: fc.constant(id),
    categoryId: fc.constant(categoryIdSchema.parse('food')),
    names: fc.constant({ fr: '', nl: '', de: '', en: '' }),
    unit: fc.constant(''),
    picture: fc.constant(''),
    priceCents: fc.nat(1000),
    stock: fc.nat(20),
    maxPerOrder: fc.integer({ min: 1, max: 10 }),
    maxPerWindow: fc.integer({ min: 1, max: 15 }),
    allergens: fc.constant([]),
  })

const orderLines = fc.uniqueArray(
  fc.record({
    productId: fc.constantFrom(...productIds),
    quantity: fc.integer({ min: 1, max: 99 }),
    seenUnitPriceCents: fc.nat(1200),
  }),
  { minLength: 1, selector: line => line.productId },
)

const circumstances: fc.Arbitrary<OrderCircumstances> = fc
  .record({
    shelf: fc.tuple(...productIds.map(product)),
    sold: fc.subarray(productIds),
    ordered: fc.tuple(...productIds.map(id => fc.tuple(fc.constant(id), fc.nat(15)))),
    alreadySpentCents: fc.nat(5000),
    availableCents: fc.integer({ min: -100, max: 20_000 }),
    maxTotalCents: fc.nat(20_000),
    confirmedAtMs: fc.nat(1200),
    receivedAtMs: fc.nat(1500),
    hasWindow: fc.boolean(),
  })
  .map(({ shelf, sold, ordered, maxTotalCents, hasWindow, ...rest }) => ({
    ...rest,
    products: new Map(shelf.filter(({ id }) => sold.includes(id)).map(each => [each.id, each])),
    alreadyOrdered: new Map(ordered),
    window: hasWindow
      ? {
          id: orderWindowIdSchema.parse('w'),
          opensAt: new Date(100).toISOString(),
          closesAt: new Date(1000).toISOString(),
          lateUntil: new Date(1300).toISOString(),
          deliveryDay: '1970-01-02',
          maxTotalCents,
        }
      : undefined,
  }))

/** Mostly what a person may have, so that acceptance is no rarity. */
const generous = fc
  .tuple(orderLines, circumstances, fc.tuple(...productIds.map(product)))
  .map(([lines, at, shelf]) => ({
    lines: lines.map(line => ({ ...line, quantity: 1 + (line.quantity % 3), seenUnitPriceCents: 1200 })),
    at: {
      ...at,
      products: new Map(
        shelf.map(each => [each.id, { ...each, stock: each.stock + 2, maxPerOrder: each.maxPerOrder + 1 }]),
      ),
      alreadyOrdered: new Map<ProductId, number>(),
      alreadySpentCents: 0,
      availableCents: 20_000,
      confirmedAtMs: 500,
      receivedAtMs: 600,
    },
  }))
const anyCase = fc.oneof(
  generous,
  fc.tuple(orderLines, circumstances).map(([lines, at]) => ({ lines, at })),
)

test('an accepted order is inside every limit, covered, in stock and inside the window', () => {
  fc.assert(
    fc.property(anyCase, ({ lines, at }) => {
      const decision = priceOrder(lines, at)
      if (decision.effect === 'reject') return
      expect(decision.totalCents).toBeLessThanOrEqual(at.availableCents)
      expect(decision.totalCents + at.alreadySpentCents).toBeLessThanOrEqual(at.window?.maxTotalCents ?? -1)
      expect(at.confirmedAtMs).toBeLessThan(1000)
      expect(at.receivedAtMs).toBeLessThan(1300)
      for (const { productId, quantity, seenUnitPriceCents } of lines) {
        const sold = at.products.get(productId)
        expect(quantity).toBeLessThanOrEqual(Math.min(sold?.stock ?? 0, sold?.maxPerOrder ?? 0))
        expect(quantity + (at.alreadyOrdered.get(productId) ?? 0)).toBeLessThanOrEqual(sold?.maxPerWindow ?? 0)
        expect(sold?.priceCents).toBeLessThanOrEqual(seenUnitPriceCents)
      }
    }),
    { numRuns: 2000 },
  )
})

test('the total is an exact, never negative sum over the prison’s prices, whatever was seen', () => {
  fc.assert(
    fc.property(generous, fc.nat(100_000), ({ lines, at }, seenUnitPriceCents) => {
      const decision = priceOrder(lines, at)
      if (decision.effect === 'reject') return
      const sum = lines.reduce(
        (total, line) => total + line.quantity * (at.products.get(line.productId)?.priceCents ?? 0),
        0,
      )
      expect(decision.totalCents).toBe(sum)
      expect(Number.isSafeInteger(sum) && sum >= 0).toBe(true)
      const seenHigher = lines.map(line => ({ ...line, seenUnitPriceCents: 1200 + seenUnitPriceCents }))
      expect(priceOrder(seenHigher, at)).toEqual(decision)
    }),
  )
})

test('more money never turns an acceptance into a refusal', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(10_000), ({ lines, at }, more) => {
      if (priceOrder(lines, at).effect === 'reject') return
      expect(priceOrder(lines, { ...at, availableCents: at.availableCents + more }).effect).toBe('accept')
    }),
  )
})

test('equal circumstances give equal decisions, and none is changed by deciding', () => {
  fc.assert(
    fc.property(anyCase, ({ lines, at }) => {
      const before = structuredClone({ lines, at })
      const decision = priceOrder(lines, at)
      expect({ lines, at }).toEqual(before)
      expect(priceOrder(lines, at)).toEqual(decision)
    }),
  )
})

test('the generous cases are mostly accepted, so that the properties above say something', () => {
  const sample = fc.sample(generous, { numRuns: 300, seed: 1 })
  const accepted = sample.filter(({ lines, at }) => priceOrder(lines, at).effect === 'accept')
  expect(accepted.length).toBeGreaterThan(20)
})
