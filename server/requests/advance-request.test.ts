import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { RequestState } from '#shared/contracts/request.ts'
import { reconcile } from '../canteen/reconcile.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, requestOf, stockOf } from '../testing/holdings.ts'
import { anAppointment, anOrder, aWithdrawal, newOperationId, productOf } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { advanceRequest } from './advance-request.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
beforeEach(async () => {
  prison = await aPrison(own.database)
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const money = () => moneyOf(own.database, prison.inmateIds[0])
const advance = (id: OperationId, to: RequestState) => advanceRequest(own.database, id, to, TEST_NOW)
const refused = { code: 'REQUEST_STATE_REFUSED' }

async function ordered(): Promise<OperationId> {
  const order = anOrder(prison, [{ product: 0, quantity: 2 }, { product: 2 }])
  await server.push(prison, [order])
  return order.id
}

test('an order goes from hand to hand and is paid when it is delivered', async () => {
  const id = await ordered()
  await advance(id, 'in-hand')
  await advance(id, 'prepared')
  expect(await money()).toEqual({ available: 4400, held: 600 })
  await advance(id, 'delivered')
  expect(await money()).toEqual({ available: 4400, held: 0 })
  expect(await requestOf(own.database, id)).toMatchObject({
    state: 'delivered',
    steps: ['received', 'in-hand', 'prepared', 'delivered'],
  })
  expect(await reconcile(own.database)).toEqual([])
})

test('an order that is cancelled gives money and goods back', async () => {
  const id = await ordered()
  await advance(id, 'in-hand')
  await advance(id, 'cancelled')
  expect(await money()).toEqual({ available: 5000, held: 0 })
  expect(await stockOf(own.database, productOf(prison, 0))).toBe(1000)
  expect(await reconcile(own.database)).toEqual([])
})

test('an order of free goods is delivered and cancelled without money', async () => {
  const free = await aPrison(own.database, { openingCents: 0, prices: [0] })
  const [delivered, cancelled] = [anOrder(free), anOrder(free)]
  await server.push(free, [delivered, cancelled])
  for (const step of ['in-hand', 'prepared', 'delivered'] as const) await advance(delivered.id, step)
  await advance(cancelled.id, 'cancelled')
  expect(await stockOf(own.database, productOf(free, 0))).toBe(999)
})

test('a medical request is taken in hand and answered', async () => {
  const { id } = anAppointment(prison)
  await server.push(prison, [anAppointment(prison, { id })])
  await advance(id, 'in-hand')
  await advance(id, 'answered')
  expect(await requestOf(own.database, id)).toMatchObject({
    state: 'answered',
    steps: ['received', 'in-hand', 'answered'],
  })
})

test('a step that is not the next is refused and changes nothing', async () => {
  const id = await ordered()
  await expect(advance(id, 'delivered')).rejects.toMatchObject(refused)
  await expect(advance(id, 'withdrawn')).rejects.toMatchObject(refused)
  expect(await requestOf(own.database, id)).toMatchObject({ state: 'received', steps: ['received'] })
  expect(await money()).toEqual({ available: 4400, held: 600 })
})

test('a request nobody made is unknown', async () => {
  await expect(advance(newOperationId(), 'in-hand')).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN' })
})

test('two people who take a step at once: one takes it, the other is refused, and money moves once', async () => {
  const id = await ordered()
  await advance(id, 'in-hand')
  await advance(id, 'prepared')
  const results = await Promise.allSettled([
    advance(id, 'delivered'),
    advance(id, 'cancelled'),
    advance(id, 'delivered'),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) if (result.status === 'rejected') expectRefused(result.reason)
  const { available, held } = await money()
  expect(held).toBe(0)
  expect([4400, 5000]).toContain(available)
  expect(await reconcile(own.database)).toEqual([])
})

function expectRefused(reason: unknown): void {
  expect(reason).toMatchObject(refused)
}

test('an inmate who withdraws while the canteen takes the order in hand: one of the two happens', async () => {
  const id = await ordered()
  const [taken, withdrawn] = await Promise.allSettled([
    advance(id, 'in-hand'),
    server.push(prison, [aWithdrawal(prison, id)]),
  ])
  const request = await requestOf(own.database, id)
  const isWithdrawn = request?.state === 'withdrawn'
  expect(taken.status).toBe(isWithdrawn ? 'rejected' : 'fulfilled')
  expect(withdrawn).toMatchObject({ value: [{ status: isWithdrawn ? 'applied' : 'rejected' }] })
  expect(await money()).toEqual(isWithdrawn ? { available: 5000, held: 0 } : { available: 4400, held: 600 })
})
