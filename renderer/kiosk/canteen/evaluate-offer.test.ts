import { assert, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateOffer } from './evaluate-offer.ts'
import { bread, milk, offered, tea } from './testing/sample-goods.ts'

const facts = { product: offered(bread, 4), isWindowOpen: true, quantity: 0, leftToSpendAfterCents: 5_000 }

test('goes as far as the product’s limits', () => {
  expect(evaluateOffer(facts)).toEqual({ status: 'open', most: 4, fewLeft: null })
})

test('goes no further than the window’s spending limit', () => {
  expect(evaluateOffer({ ...facts, leftToSpendAfterCents: 500 }).most).toBe(2)
})

test('counts what is in the cart as spent already', () => {
  expect(evaluateOffer({ ...facts, quantity: 2, leftToSpendAfterCents: 100 }).most).toBe(2)
})

test.each([
  ['sold out', { product: offered(tea, 0) }, 'sold-out'],
  ['closed', { isWindowOpen: false }, 'closed'],
  ['ordered to the limit', { product: offered(bread, 0) }, 'limit-reached'],
])('offers none where it is %s', (_name, other, status) => {
  expect(evaluateOffer({ ...facts, ...other })).toEqual({ status, most: 0, fewLeft: null })
})

test('says how few are left', () => {
  expect(evaluateOffer({ ...facts, product: offered(milk, 3) }).fewLeft).toBe(3)
})

test('never offers what goes beyond a limit', () => {
  assert(
    property(nat(20), nat(20), integer({ min: -5_000, max: 5_000 }), (leftToOrder, quantity, leftToSpendAfterCents) => {
      const product = offered(bread, leftToOrder)
      const { most } = evaluateOffer({ product, quantity, leftToSpendAfterCents, isWindowOpen: true })
      expect(most).toBeGreaterThanOrEqual(0)
      expect(most).toBeLessThanOrEqual(leftToOrder)
      const spent = (most - quantity) * product.priceCents
      expect(most === 0 || spent <= leftToSpendAfterCents).toBe(true)
    }),
  )
})
