import { anOrder, coffee, inmateId, sugar } from '#renderer/data/testing/sample-operations.ts'
import { aCategory, anAccount, anEntry, aProduct, aRequest, aWindow } from '#renderer/data/testing/sample-rows.ts'
import type { OperationOf } from '#shared/contracts/operation.ts'
import { expect, test } from 'vitest'
import { type CatalogueFacts, evaluateCatalogue } from './evaluate-catalogue.ts'
import { mergeRequests, type RequestFacts } from './merge-requests.ts'

const nowMs = Date.parse('2026-03-02T10:00:00Z')
const evaluate = (changes: Partial<CatalogueFacts> = {}) =>
  evaluateCatalogue({
    categories: [aCategory()],
    products: [aProduct(coffee), aProduct(sugar)],
    windows: [aWindow()],
    requests: [],
    account: anAccount(),
    nowMs,
    ...changes,
  })
const requestsOf = (facts: Partial<RequestFacts>) =>
  mergeRequests(inmateId(1), { requests: [], entries: [], received: [], products: [], windows: [], ...facts })
const orderOf = (n: number, quantity: number): OperationOf<'canteen.order'> => {
  const order = anOrder(n)
  return { ...order, body: { ...order.body, lines: [{ productId: coffee, quantity, seenUnitPriceCents: 300 }] } }
}
const leftOf = (changes: Partial<CatalogueFacts>) =>
  evaluate(changes).products.find(({ id }) => id === coffee)?.leftToOrder
const line = (quantity: number, seenUnitPriceCents = 300) => ({ productId: coffee, quantity, seenUnitPriceCents })

test('offers up to the limit of one order', () => {
  expect(leftOf({})).toBe(5)
})

test('offers nothing while no window is open', () => {
  expect(leftOf({ nowMs: Date.parse('2026-03-10T00:00:00Z') })).toBe(0)
})

test('counts what is recorded here against the window’s limit', () => {
  expect(leftOf({ requests: requestsOf({ entries: [anEntry(1, { operation: orderOf(1, 4) })] }) })).toBe(4)
})

test('counts what is only recorded here against the stock, and what the prison already counted not twice', () => {
  const products = [aProduct(coffee, { stock: 3 })]
  const recorded = requestsOf({ entries: [anEntry(1, { operation: orderOf(1, 2) })] })
  expect(leftOf({ products, requests: recorded })).toBe(1)
  expect(leftOf({ products, requests: requestsOf({ requests: [aRequest(1)] }) })).toBe(3)
})

test.each(['withdrawn', 'cancelled'] as const)('an order that was %s counts for nothing', state => {
  expect(evaluate({ requests: requestsOf({ requests: [aRequest(1, { state })] }) }).spentCents).toBe(0)
})

test('a parked order counts for nothing', () => {
  const parked = anEntry(1, { operation: orderOf(1, 4), state: 'parked', rejection: { code: 'ORDER_WINDOW_CLOSED' } })
  expect(leftOf({ requests: requestsOf({ entries: [parked] }) })).toBe(5)
})

test('says what the window’s spending limit leaves', () => {
  const requests = requestsOf({ requests: [aRequest(1)], entries: [anEntry(2, { operation: orderOf(2, 2) })] })
  expect(evaluate({ requests })).toMatchObject({ spentCents: 900, leftToSpendCents: 4100 })
})

test('names the window that is open and the one that opens next', () => {
  const next = aWindow({ id: aWindow().id, opensAt: '2026-03-08T00:00:00.000Z', closesAt: '2026-03-11T17:00:00.000Z' })
  expect(evaluate({ windows: [next, aWindow()] })).toMatchObject({ currentWindow: aWindow(), nextWindow: next })
})

test('leaves out categories without products', () => {
  const empty = aCategory({ position: 0 })
  expect(evaluate({ categories: [{ ...empty, id: 'empty' as typeof empty.id }, aCategory()] }).categories).toEqual([
    aCategory(),
  ])
})

test('foresees that the account does not cover it, with what is recorded here taken off', () => {
  const requests = requestsOf({ entries: [anEntry(1, { operation: orderOf(1, 2) })] })
  expect(
    evaluate({ account: anAccount(inmateId(1), { availableCents: 1000 }), requests }).previewOrder([line(2)]),
  ).toEqual({ effect: 'reject', rejection: { code: 'ORDER_BALANCE_SHORT', totalCents: 600, availableCents: 400 } })
})

test('refuses nothing for want of money while the account is not known', () => {
  expect(evaluate({ account: null }).previewOrder([line(5)])).toMatchObject({ effect: 'accept', totalCents: 1500 })
})

test('foresees the prison’s stock after what is only recorded here', () => {
  const products = [aProduct(coffee, { stock: 3 })]
  const requests = requestsOf({ entries: [anEntry(1, { operation: orderOf(1, 2) })] })
  expect(evaluate({ products, requests }).previewOrder([line(2)])).toMatchObject({
    rejection: { code: 'ORDER_STOCK_SHORT', left: 1 },
  })
})
