import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import { orderWindowIdSchema, productIdSchema } from '#shared/contracts/ids.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, requestOf, stockOf, storedOperations } from '../testing/holdings.ts'
import { anOrder, type LineWish, newOperationId, productOf } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
beforeEach(async () => {
  server.now = TEST_NOW
  prison = await aPrison(own.database, { stock: 10 })
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const money = () => moneyOf(own.database, prison.inmateIds[0])
const stock = (product: number) => stockOf(own.database, productOf(prison, product))

test('an accepted order holds money and goods, and opens a request that the receipt describes', async () => {
  const order = anOrder(prison, [{ product: 0, quantity: 3 }, { product: 1 }])
  const [verdict] = await server.push(prison, [order])

  expect(verdict).toMatchObject({ status: 'applied', operationId: order.id })
  const receipt = server.readReceipt(receiptOf(verdict))
  expect(receipt).toEqual({
    version: 1,
    prisonId: prison.id,
    operationId: order.id,
    operationHash: createHash('sha256').update(canonicalJson(order)).digest('base64url'),
    kind: 'canteen.order',
    inmateId: order.inmateId,
    terminalId: order.terminalId,
    receivedAt: '2026-03-02T10:00:00.000Z',
    owner: 'canteen',
    dueAt: '2026-03-05T22:59:59.999Z',
    totalCents: 550,
  })
  expect(await money()).toEqual({ available: 4450, held: 550 })
  expect([await stock(0), await stock(1)]).toEqual([7, 9])
  expect(await requestOf(own.database, order.id)).toMatchObject({
    kind: 'canteen',
    state: 'received',
    owner: 'canteen',
    steps: ['received'],
    receipt: receiptOf(verdict),
  })
})

test('the words that were received are kept as they are hashed', async () => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  const { hash, operation } = await own.database
    .selectFrom('operations')
    .select(['hash', 'operation'])
    .where('id', '=', order.id)
    .executeTakeFirstOrThrow()
  expect(operation).toEqual(order)
  expect(createHash('sha256').update(canonicalJson(operation)).digest()).toEqual(hash)
})

test('the same push again, and once more in another order, changes nothing and gets the same receipts', async () => {
  const orders = [anOrder(prison, [{ product: 0 }]), anOrder(prison, [{ product: 1 }])]
  const first = await server.push(prison, orders)
  const after = [await money(), await stock(0), await stock(1)]

  const again = await server.push(prison, orders)
  expect(again.map(verdict => verdict.status)).toEqual(['duplicate', 'duplicate'])
  expect(again.map(receiptOf)).toEqual(first.map(receiptOf))
  expect((await server.push(prison, orders.toReversed())).map(receiptOf)).toEqual(first.toReversed().map(receiptOf))
  expect([await money(), await stock(0), await stock(1)]).toEqual(after)
})

test('an operation twice in one batch is applied once', async () => {
  const order = anOrder(prison)
  const verdicts = await server.push(prison, [order, order, order])
  expect(verdicts.map(verdict => verdict.status)).toEqual(['applied', 'duplicate', 'duplicate'])
  expect(await money()).toEqual({ available: 4900, held: 100 })
})

test('a refusal is final: the same operation is refused again when it could be had', async () => {
  const order = anOrder(prison, [{ quantity: 11 }])
  const rejection = { code: 'ORDER_STOCK_SHORT', productId: prison.productIds[0], left: 10 }
  expect(await server.push(prison, [order])).toEqual([{ status: 'rejected', operationId: order.id, rejection }])
  await own.database.updateTable('products').set({ stock: 100 }).where('id', 'in', prison.productIds).execute()
  expect(await server.push(prison, [order])).toEqual([{ status: 'rejected', operationId: order.id, rejection }])
  expect(await money()).toEqual({ available: 5000, held: 0 })
})

test.each<[string, LineWish, string]>([
  ['a negative quantity', { quantity: -1 }, 'OPERATION_INVALID'],
  ['a quantity of zero', { quantity: 0 }, 'OPERATION_INVALID'],
  ['a fraction', { quantity: 0.5 }, 'OPERATION_INVALID'],
  ['a quantity that overflows', { quantity: 9e15 }, 'OPERATION_INVALID'],
  ['a quantity nobody may have', { quantity: 99 }, 'ORDER_LIMIT_REACHED'],
  ['a product that is not sold', { productId: productIdSchema.parse('a-file-in-a-cake') }, 'ORDER_PRODUCT_UNKNOWN'],
  ['a negative price seen', { seenUnitPriceCents: -100 }, 'OPERATION_INVALID'],
  ['a price seen with a fraction', { seenUnitPriceCents: 0.01 }, 'OPERATION_INVALID'],
  ['a forged price below the real one', { seenUnitPriceCents: 1 }, 'ORDER_PRICE_ROSE'],
])('an order with %s is refused and moves nothing', async (_name, line, code) => {
  const order = anOrder(prison, [line])
  expect(await server.push(prison, [order])).toMatchObject([
    { status: 'rejected', operationId: order.id, rejection: { code } },
  ])
  expect(await money()).toEqual({ available: 5000, held: 0 })
  expect(await stock(0)).toBe(10)
  expect(await requestOf(own.database, order.id)).toBeUndefined()
})

test('a forged price above the real one is charged at the real one', async () => {
  const [verdict] = await server.push(prison, [anOrder(prison, [{ seenUnitPriceCents: 9_999_999 }])])
  expect(server.readReceipt(receiptOf(verdict)).totalCents).toBe(100)
})

test('a total of the client’s own makes no valid operation', async () => {
  const order = anOrder(prison)
  const forged = { ...order, body: { ...order.body, totalCents: 1 } }
  expect(await server.push(prison, [forged])).toMatchObject([
    { status: 'rejected', rejection: { code: 'OPERATION_INVALID' } },
  ])
})

test('a product named twice makes no valid operation', async () => {
  const order = anOrder(prison, [{ product: 0 }, { product: 0 }])
  expect(await server.push(prison, [order])).toMatchObject([{ rejection: { code: 'OPERATION_INVALID' } }])
})

test.each([
  ['a megabyte of text', 'x'.repeat(1_000_000)],
  ['a lone surrogate', 'a\uD800b'],
  ['a null and an escape', '\u0000\u001B[2J'],
  ['a right-to-left override', '\u202Egnp.exe'],
  ['SQL', "'; drop table operations; --"],
])('a product name of %s makes no valid operation, and its neighbours are applied', async (_name, text) => {
  const bad = { ...anOrder(prison), body: { windowId: text, lines: [], replaces: null } }
  const odd = { ...anOrder(prison), [text.slice(0, 99)]: text.slice(0, 99) }
  const good = anOrder(prison)
  expect(await server.push(prison, [bad, odd, good])).toMatchObject([
    { status: 'rejected', operationId: bad.id, rejection: { code: 'OPERATION_INVALID' } },
    { status: 'rejected', operationId: odd.id, rejection: { code: 'OPERATION_INVALID' } },
    { status: 'applied', operationId: good.id },
  ])
})

test('what could not be read is not remembered: the same id can still be sent well', async () => {
  const order = anOrder(prison)
  await server.push(prison, [{ ...order, note: 'x' }])
  expect(await storedOperations(own.database, [order.id])).toEqual([])
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'applied' }])
})

test('orders of one batch are decided on what the ones before them left', async () => {
  const orders = [4, 4, 4].map(quantity => anOrder(prison, [{ product: 0, quantity }]))
  expect(await server.push(prison, orders)).toMatchObject([
    { status: 'applied' },
    { status: 'applied' },
    { status: 'rejected', rejection: { code: 'ORDER_STOCK_SHORT', left: 2 } },
  ])
  expect(await stock(0)).toBe(2)
})

test('what a person may have in a window counts their orders of earlier batches', async () => {
  const small = await aPrison(own.database, { maxPerWindow: 5, maxTotalCents: 1200 })
  const push = async (lines: LineWish[]) => (await server.push(small, [anOrder(small, lines)]))[0]
  expect(await push([{ product: 0, quantity: 4 }])).toMatchObject({ status: 'applied' })
  expect(await push([{ product: 0, quantity: 2 }])).toMatchObject({
    rejection: { code: 'ORDER_LIMIT_REACHED', left: 1 },
  })
  expect(await push([{ product: 2, quantity: 2 }])).toMatchObject({ status: 'applied' })
  expect(await push([{ product: 0, quantity: 1 }])).toMatchObject({
    rejection: { code: 'ORDER_TOTAL_LIMIT_REACHED', totalCents: 100, leftCents: 0 },
  })
})

test('money that is held cannot be spent again', async () => {
  const poor = await aPrison(own.database, { openingCents: 500 })
  const orders = [anOrder(poor, [{ product: 2 }]), anOrder(poor, [{ product: 1 }])]
  expect(await server.push(poor, orders)).toMatchObject([
    { status: 'applied' },
    { status: 'rejected', rejection: { code: 'ORDER_BALANCE_SHORT', totalCents: 250, availableCents: 100 } },
  ])
})

test('an inmate without an account has no money, and can order what costs nothing', async () => {
  const free = await aPrison(own.database, { openingCents: 0, prices: [0, 250, 400] })
  expect(await server.push(free, [anOrder(free, [{ product: 0 }]), anOrder(free, [{ product: 1 }])])).toMatchObject([
    { status: 'applied' },
    { status: 'rejected', rejection: { code: 'ORDER_BALANCE_SHORT', availableCents: 0 } },
  ])
})

test('an order for a window that does not exist is refused', async () => {
  const order = anOrder(prison, [{}], { windowId: orderWindowIdSchema.parse('never') })
  expect(await server.push(prison, [order])).toMatchObject([{ rejection: { code: 'ORDER_WINDOW_UNKNOWN' } }])
})

const CLOSES_AT = new Date('2026-03-03T18:00:00Z')
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000)

test.each([
  ['confirmed in time and received late', -5, 60, 'applied'],
  ['confirmed after the window closed', 5, 10, 'rejected'],
  ['confirmed in time and received when late orders have ended', -5, 12 * 60, 'rejected'],
])('an order %s is %s', async (_name, confirmed, received, status) => {
  server.now = minutes(CLOSES_AT, received)
  const order = anOrder(prison, [{}], { recordedAt: minutes(CLOSES_AT, confirmed) })
  expect(await server.push(prison, [order])).toMatchObject([{ status }])
})

test.each([
  ['behind', -24 * 60],
  ['ahead', 24 * 60],
])('a terminal whose clock is a day %s neither gains nor loses a window', async (_name, off) => {
  server.now = minutes(CLOSES_AT, 5)
  const sentAt = minutes(server.now, off)
  const inTime = anOrder(prison, [{}], { recordedAt: minutes(sentAt, -10) })
  const tooLate = anOrder(prison, [{}], { recordedAt: minutes(sentAt, -2) })
  expect(await server.push(prison, [inTime, tooLate], { sentAt })).toMatchObject([
    { status: 'applied' },
    { status: 'rejected', rejection: { code: 'ORDER_WINDOW_CLOSED' } },
  ])
  expect((await requestOf(own.database, inTime.id))?.recorded_at).toEqual(minutes(CLOSES_AT, -5))
})

test('a time confirmed in the future is the time it was received', async () => {
  const order = anOrder(prison, [{}], { recordedAt: minutes(TEST_NOW, 30) })
  await server.push(prison, [order])
  expect((await requestOf(own.database, order.id))?.recorded_at).toEqual(TEST_NOW)
})

test('an order confirmed again at new prices replaces the refused one', async () => {
  const seenBefore = anOrder(prison, [{ seenUnitPriceCents: 90 }])
  const [asked] = await server.push(prison, [seenBefore])
  expect(asked).toMatchObject({
    rejection: { code: 'ORDER_PRICE_ROSE', totalCents: 100, lines: [{ seenCents: 90, nowCents: 100 }] },
  })
  expect(await server.push(prison, [anOrder(prison, [{}], { replaces: seenBefore.id })])).toMatchObject([
    { status: 'applied' },
  ])
})

test('an order that says it replaces one nobody knows is an order', async () => {
  const order = anOrder(prison, [{}], { replaces: newOperationId() })
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'applied' }])
})

test('an order that says it replaces an accepted one, or itself, is no valid operation', async () => {
  const accepted = anOrder(prison)
  const id = newOperationId()
  const verdicts = await server.push(prison, [
    accepted,
    anOrder(prison, [{}], { replaces: accepted.id }),
    anOrder(prison, [{}], { id, replaces: id }),
  ])
  expect(verdicts).toMatchObject([
    { status: 'applied' },
    { status: 'rejected', rejection: { code: 'OPERATION_INVALID' } },
    { status: 'rejected', rejection: { code: 'OPERATION_INVALID' } },
  ])
  expect(await server.push(prison, [anOrder(prison, [{}], { replaces: accepted.id })])).toMatchObject([
    { rejection: { code: 'OPERATION_INVALID' } },
  ])
})

function receiptOf(verdict: unknown): string {
  return (verdict as { readonly receipt: string }).receipt
}
