import { expect, test } from 'vitest'
import type { OrderWindow, Product } from '../contracts/catalogue.ts'
import { orderWindowIdSchema, productIdSchema, categoryIdSchema } from '../contracts/ids.ts'
import { type OrderCircumstances, priceOrder } from './price-order.ts'

const coffee = aProduct('coffee', { priceCents: 345 })
const sugar = aProduct('sugar', { priceCents: 120 })

const window: OrderWindow = {
  id: orderWindowIdSchema.parse('week-10'),
  opensAt: '2026-03-01T06:00:00.000Z',
  closesAt: '2026-03-03T18:00:00.000Z',
  lateUntil: '2026-03-04T06:00:00.000Z',
  deliveryDay: '2026-03-05',
  maxTotalCents: 10_000,
}

function aProduct(id: string, differs: Partial<Product> = {}): Product {
  return {
    id: productIdSchema.parse(id),
    categoryId: categoryIdSchema.parse('food'),
    names: { fr: id, nl: id, de: id, en: id },
    unit: '500 g',
    picture: 'bread',
    priceCents: 100,
    stock: 50,
    maxPerOrder: 10,
    maxPerWindow: 15,
    allergens: [],
    ...differs,
  }
}

function circumstances(differs: Partial<OrderCircumstances> = {}, ...products: Product[]): OrderCircumstances {
  const shelf = products.length === 0 ? [coffee, sugar] : products
  return {
    window,
    products: new Map(shelf.map(product => [product.id, product])),
    alreadyOrdered: new Map(),
    alreadySpentCents: 0,
    availableCents: 5000,
    confirmedAtMs: Date.parse('2026-03-02T10:00:00Z'),
    receivedAtMs: Date.parse('2026-03-02T10:00:05Z'),
    ...differs,
  }
}

const line = (product: Product, quantity = 1, seenUnitPriceCents = product.priceCents) => ({
  productId: product.id,
  quantity,
  seenUnitPriceCents,
})

const rejection = (lines: ReturnType<typeof line>[], at: OrderCircumstances) => {
  const decision = priceOrder(lines, at)
  return decision.effect === 'reject' ? decision.rejection : undefined
}

test('the total is the sum of quantities at the prison’s own prices', () => {
  expect(priceOrder([line(coffee, 3), line(sugar, 2)], circumstances())).toEqual({
    effect: 'accept',
    totalCents: 3 * 345 + 2 * 120,
    lines: [
      { productId: 'coffee', names: coffee.names, quantity: 3, unitPriceCents: 345 },
      { productId: 'sugar', names: sugar.names, quantity: 2, unitPriceCents: 120 },
    ],
  })
})

test('a price that fell since it was seen is charged as it is now', () => {
  expect(priceOrder([line(coffee, 1, 999)], circumstances())).toMatchObject({ effect: 'accept', totalCents: 345 })
})

test('a price that rose since it was seen asks again, with every line that rose', () => {
  expect(rejection([line(coffee, 2, 300), line(sugar, 1)], circumstances())).toEqual({
    code: 'ORDER_PRICE_ROSE',
    totalCents: 810,
    lines: [{ productId: 'coffee', seenCents: 300, nowCents: 345 }],
  })
})

test('a price that rose is told before the money is short, so that the person sees why', () => {
  expect(rejection([line(coffee, 2, 300)], circumstances({ availableCents: 0 }))?.code).toBe('ORDER_PRICE_ROSE')
})

test.each([
  ['confirmed before it opens', '2026-03-01T05:59:59.999Z', '2026-03-02T10:00:00Z'],
  ['confirmed when it closes', '2026-03-03T18:00:00.000Z', '2026-03-03T18:00:01Z'],
  ['confirmed in time but received when late orders end', '2026-03-03T17:00:00Z', '2026-03-04T06:00:00Z'],
])('an order is outside the window when %s', (_name, confirmed, received) => {
  const at = circumstances({ confirmedAtMs: Date.parse(confirmed), receivedAtMs: Date.parse(received) })
  expect(rejection([line(coffee)], at)).toEqual({ code: 'ORDER_WINDOW_CLOSED' })
})

test.each([
  ['confirmed the moment it opens', '2026-03-01T06:00:00.000Z', '2026-03-01T06:00:00.000Z'],
  [
    'confirmed just before it closes, received just before late orders end',
    '2026-03-03T17:59:59.999Z',
    '2026-03-04T05:59:59.999Z',
  ],
])('an order is inside the window when %s', (_name, confirmed, received) => {
  const at = circumstances({ confirmedAtMs: Date.parse(confirmed), receivedAtMs: Date.parse(received) })
  expect(priceOrder([line(coffee)], at).effect).toBe('accept')
})

test('a window that does not exist is named as such', () => {
  expect(rejection([line(coffee)], circumstances({ window: undefined }))).toEqual({ code: 'ORDER_WINDOW_UNKNOWN' })
})

test('a product that is not sold is named', () => {
  const tea = aProduct('tea')
  expect(rejection([line(coffee), line(tea)], circumstances())).toEqual({
    code: 'ORDER_PRODUCT_UNKNOWN',
    productId: 'tea',
  })
})

test('stock that is too short says what is left', () => {
  const scarce = aProduct('scarce', { stock: 2 })
  expect(rejection([line(scarce, 3)], circumstances({}, scarce))).toEqual({
    code: 'ORDER_STOCK_SHORT',
    productId: 'scarce',
    left: 2,
  })
})

test('the last piece can be had', () => {
  const scarce = aProduct('scarce', { stock: 2 })
  expect(priceOrder([line(scarce, 2)], circumstances({}, scarce)).effect).toBe('accept')
})

test.each([
  ['one order', 11, 0, 10],
  ['the window, with what is on order already', 6, 10, 5],
  ['the window, when nothing is left of it', 1, 15, 0],
  ['the window, when the limit was lowered below what is on order', 1, 30, 0],
])('more than a person may have in %s says what is left', (_name, quantity, already, left) => {
  const at = circumstances({ alreadyOrdered: new Map([[coffee.id, already]]) })
  expect(rejection([line(coffee, quantity)], at)).toEqual({ code: 'ORDER_LIMIT_REACHED', productId: 'coffee', left })
})

test('what a person may spend in a window counts what they have spent in it', () => {
  const at = circumstances({ alreadySpentCents: 9800, availableCents: 100_000 })
  expect(rejection([line(sugar, 2)], at)).toEqual({
    code: 'ORDER_TOTAL_LIMIT_REACHED',
    totalCents: 240,
    leftCents: 200,
  })
})

test('an order that takes the last cent is accepted, one cent more is not', () => {
  expect(priceOrder([line(coffee)], circumstances({ availableCents: 345 })).effect).toBe('accept')
  expect(rejection([line(coffee)], circumstances({ availableCents: 344 }))).toEqual({
    code: 'ORDER_BALANCE_SHORT',
    totalCents: 345,
    availableCents: 344,
  })
})
