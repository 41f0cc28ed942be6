import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { RequestState } from '#shared/contracts/request.ts'
import { reconcile } from '../canteen/reconcile.ts'
import { advanceRequest } from '../requests/advance-request.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, requestOf, stockOf } from '../testing/holdings.ts'
import {
  anAppointment,
  anOrder,
  aPageRequest,
  aReminder,
  aWithdrawal,
  newOperationId,
  productOf,
} from '../testing/operations.ts'
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
  prison = await aPrison(own.database)
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const money = () => moneyOf(own.database, prison.inmateIds[0])
const advance = async (id: OperationId, ...steps: RequestState[]) => {
  for (const step of steps) await advanceRequest(own.database, id, step, TEST_NOW)
}

test('a medical request is kept sealed, as it came, and is due in two working days', async () => {
  const appointment = anAppointment(prison)
  const [verdict] = await server.push(prison, [appointment])
  expect(verdict).toMatchObject({ status: 'applied' })
  expect(server.readReceipt((verdict as { receipt: string }).receipt)).toMatchObject({
    kind: 'medical.appointment',
    owner: 'medical',
    dueAt: '2026-03-04T22:59:59.999Z',
    totalCents: null,
  })
  const { sealed } = await own.database
    .selectFrom('medical_requests')
    .select('sealed')
    .where('request_id', '=', appointment.id)
    .executeTakeFirstOrThrow()
  expect(sealed).toEqual(appointment.body)
})

test('a page that is asked for goes to the technician, with its address, and comes back with every step', async () => {
  const asked = aPageRequest(prison)
  const [verdict] = await server.push(prison, [asked])
  expect(verdict).toMatchObject({ status: 'applied' })
  expect(server.readReceipt((verdict as { receipt: string }).receipt)).toMatchObject({
    kind: 'web.page-request',
    owner: 'technician',
    totalCents: null,
  })
  await advance(asked.id, 'in-hand', 'answered')
  const { changes } = await server.pullAll(prison)
  expect(changes.filter(({ entity, key }) => entity === 'request' && key === asked.id).at(-1)?.value).toMatchObject({
    kind: 'web',
    state: 'answered',
    page: asked.body,
    order: null,
  })
})

test('a medical request sealed to an unknown or retired key is refused', async () => {
  await own.database
    .insertInto('medical_keys')
    .values({ key_id: 'retired-key', public_key: 'A'.repeat(87), retired_at: TEST_NOW })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const wishes = ['retired-key', 'no-such-key'].map(keyId => anAppointment(prison, { keyId }))
  expect(await server.push(prison, wishes)).toMatchObject([
    { rejection: { code: 'MEDICAL_KEY_UNKNOWN' } },
    { rejection: { code: 'MEDICAL_KEY_UNKNOWN' } },
  ])
})

test('an order that is withdrawn gives money and goods back, once', async () => {
  const order = anOrder(prison, [{ product: 1, quantity: 2 }])
  await server.push(prison, [order])
  const withdrawal = aWithdrawal(prison, order.id)
  const [verdict] = await server.push(prison, [withdrawal])
  expect(server.readReceipt((verdict as { receipt: string }).receipt)).toMatchObject({
    kind: 'request.withdraw',
    owner: 'canteen',
    dueAt: '2026-03-05T22:59:59.999Z',
    totalCents: null,
  })
  expect(await server.push(prison, [withdrawal, aWithdrawal(prison, order.id)])).toMatchObject([
    { status: 'duplicate' },
    { status: 'rejected', rejection: { code: 'REQUEST_TOO_LATE' } },
  ])
  expect(await money()).toEqual({ available: 5000, held: 0 })
  expect(await stockOf(own.database, productOf(prison, 1))).toBe(1000)
  expect(await requestOf(own.database, order.id)).toMatchObject({
    state: 'withdrawn',
    steps: ['received', 'withdrawn'],
  })
})

test('an order can be withdrawn in the batch it came in, and its goods and money ordered again', async () => {
  const tight = await aPrison(own.database, { openingCents: 400, stock: 1, maxPerWindow: 1, maxTotalCents: 400 })
  const order = anOrder(tight, [{ product: 2 }])
  const again = anOrder(tight, [{ product: 2 }])
  const verdicts = await server.push(tight, [order, aReminder(tight, order.id), aWithdrawal(tight, order.id), again])
  expect(verdicts.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied'])
  expect(await requestOf(own.database, order.id)).toMatchObject({
    state: 'withdrawn',
    reminded_at: TEST_NOW,
    steps: ['received', 'reminded', 'withdrawn'],
  })
  expect(await moneyOf(own.database, tight.inmateIds[0])).toEqual({ available: 0, held: 400 })
})

test('an order of nothing but free goods is withdrawn without touching money', async () => {
  const free = await aPrison(own.database, { openingCents: 0, prices: [0] })
  const order = anOrder(free)
  expect(await server.push(free, [order, aWithdrawal(free, order.id)])).toMatchObject([
    { status: 'applied' },
    { status: 'applied' },
  ])
})

test('an order whose product is no longer sold can still be withdrawn', async () => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  await own.database.deleteFrom('products').where('id', '=', productOf(prison, 0)).execute()
  expect(await server.push(prison, [aWithdrawal(prison, order.id)])).toMatchObject([{ status: 'applied' }])
  expect(await money()).toEqual({ available: 5000, held: 0 })
})

test('an order that somebody has in hand can no longer be withdrawn', async () => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  await advance(order.id, 'in-hand')
  expect(await server.push(prison, [aWithdrawal(prison, order.id)])).toMatchObject([
    { rejection: { code: 'REQUEST_TOO_LATE' } },
  ])
  expect(await money()).toEqual({ available: 4900, held: 100 })
})

test('a medical request can be withdrawn until it is answered', async () => {
  const [first, second] = [anAppointment(prison), anAppointment(prison)]
  await server.push(prison, [first, second])
  await advance(first.id, 'in-hand')
  await advance(second.id, 'in-hand', 'answered')
  expect(await server.push(prison, [aWithdrawal(prison, first.id), aWithdrawal(prison, second.id)])).toMatchObject([
    { status: 'applied' },
    { status: 'rejected', rejection: { code: 'REQUEST_TOO_LATE' } },
  ])
})

test('a request that nobody made, or somebody else, is unknown', async () => {
  const order = anOrder(prison)
  const far = anOrder(prison, [{}], { inmate: 2 })
  await server.push(prison, [order])
  await server.push(prison, [far], { terminal: 1 })
  const verdicts = await server.push(prison, [
    aWithdrawal(prison, newOperationId()),
    aWithdrawal(prison, order.id, { inmate: 1 }),
    aReminder(prison, order.id, { inmate: 1 }),
    aWithdrawal(prison, far.id),
  ])
  for (const verdict of verdicts) expect(verdict).toMatchObject({ rejection: { code: 'REQUEST_UNKNOWN' } })
  expect(await requestOf(own.database, order.id)).toMatchObject({ state: 'received', reminded_at: null })
  expect(await requestOf(own.database, far.id)).toMatchObject({ state: 'received' })
})

test('a withdrawal is no request, and cannot be withdrawn', async () => {
  const order = anOrder(prison)
  const withdrawal = aWithdrawal(prison, order.id)
  await server.push(prison, [order, withdrawal])
  expect(await server.push(prison, [aWithdrawal(prison, withdrawal.id)])).toMatchObject([
    { rejection: { code: 'REQUEST_UNKNOWN' } },
  ])
})

test('a withdrawal that comes before its order is unknown, and the order stands', async () => {
  const order = anOrder(prison)
  expect(await server.push(prison, [aWithdrawal(prison, order.id), order])).toMatchObject([
    { rejection: { code: 'REQUEST_UNKNOWN' } },
    { status: 'applied' },
  ])
})

test('whatever was ordered, withdrawn and cancelled, the money adds up', async () => {
  const [kept, withdrawn, cancelled] = [anOrder(prison), anOrder(prison), anOrder(prison)]
  await server.push(prison, [kept, withdrawn, cancelled, aWithdrawal(prison, withdrawn.id)])
  await advance(cancelled.id, 'cancelled')
  expect(await money()).toEqual({ available: 4900, held: 100 })
  expect(await reconcile(own.database)).toEqual([])
})

test('a request is reminded of once a day of the prison', async () => {
  const appointment = anAppointment(prison)
  await server.push(prison, [appointment, aReminder(prison, appointment.id)])
  const remind = async (now: string) => {
    server.now = new Date(now)
    return (await server.push(prison, [aReminder(prison, appointment.id)]))[0]
  }
  const already = { rejection: { code: 'REQUEST_REMINDED_ALREADY' } }
  expect(await remind('2026-03-02T10:00:01Z')).toMatchObject(already)
  // Brussels is an hour ahead: its day ends at 23:00 UTC.
  expect(await remind('2026-03-02T22:59:59Z')).toMatchObject(already)
  expect(await remind('2026-03-02T23:00:00Z')).toMatchObject({ status: 'applied' })
  expect(await remind('2026-03-03T10:00:00Z')).toMatchObject(already)
  expect((await requestOf(own.database, appointment.id))?.reminded_at).toEqual(new Date('2026-03-02T23:00:00Z'))
})

test.each<[string, RequestState[], string]>([
  ['in hand', ['in-hand'], 'applied'],
  ['prepared', ['in-hand', 'prepared'], 'applied'],
  ['delivered', ['in-hand', 'prepared', 'delivered'], 'rejected'],
  ['cancelled', ['cancelled'], 'rejected'],
])('a reminder of an order that is %s (%j) is %s', async (_name, steps, status) => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  await advance(order.id, ...steps)
  expect(await server.push(prison, [aReminder(prison, order.id)])).toMatchObject([{ status }])
})
