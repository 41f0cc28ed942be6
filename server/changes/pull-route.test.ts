import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Change } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { advanceRequest } from '../requests/advance-request.ts'
import { aPrison, TEST_NOW, TEST_TIME_ZONE, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { anAppointment, anOrder, productOf } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { encodeCursor } from './cursor.ts'
import { touch } from './touch.ts'

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

const of = (changes: readonly Change[], entity: Change['entity']) => changes.filter(change => change.entity === entity)
const keys = (changes: readonly Change[]) => changes.map(({ key }) => key)
const get = (query: Record<string, string>) =>
  server.app.inject({
    url: terminalRoutes.pull,
    query,
    headers: { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[0])}` },
  })

test('a terminal without a cursor gets what is the prison’s and its own people’s, and nobody else’s', async () => {
  const { changes } = await server.pullAll(prison)
  expect(keys(of(changes, 'person')).toSorted()).toEqual(prison.inmateIds.slice(0, 2).toSorted())
  expect(keys(of(changes, 'account')).toSorted()).toEqual(prison.inmateIds.slice(0, 2).toSorted())
  expect(of(changes, 'account-entry')).toHaveLength(2)
  expect(keys(of(changes, 'product'))).toEqual(expect.arrayContaining([...prison.productIds]))
  expect(of(changes, 'prison')).toEqual([
    {
      entity: 'prison',
      key: prison.id,
      value: { id: prison.id, names: expect.anything() as unknown, timeZone: TEST_TIME_ZONE },
    },
  ])
  expect(JSON.stringify(changes)).not.toContain(prison.inmateIds[2])
})

test('nothing new is an empty page, and its cursor still moves on', async () => {
  const first = await server.pullAll(prison)
  const second = await server.pullAll(prison, first.cursor)
  expect(second.changes).toEqual([])
  await touchNothingOfTheirs()
  const third = await server.pullAll(prison, second.cursor)
  expect(third.changes).toEqual([])
  expect(third.cursor).not.toBe(second.cursor)
})

const touchNothingOfTheirs = () =>
  own.database
    .transaction()
    .execute(transaction =>
      touch(transaction, [{ entity: 'account', key: prison.inmateIds[2], scope: `inmate:${prison.inmateIds[2]}` }]),
    )

test('an order comes back with its request, its money and what it took from the shelf', async () => {
  const { cursor } = await server.pullAll(prison)
  const order = anOrder(prison, [{ product: 0, quantity: 2 }, { product: 1 }])
  await server.push(prison, [order])
  const { changes } = await server.pullAll(prison, cursor)

  expect(of(changes, 'request')).toMatchObject([
    {
      key: order.id,
      value: {
        id: order.id,
        inmateId: order.inmateId,
        kind: 'canteen',
        state: 'received',
        owner: 'canteen',
        recordedAt: TEST_NOW.toISOString(),
        receivedAt: TEST_NOW.toISOString(),
        dueAt: '2026-03-05T22:59:59.999Z',
        remindedAt: null,
        events: [{ at: TEST_NOW.toISOString(), step: 'received' }],
        order: {
          windowId: prison.windowId,
          deliveryDay: '2026-03-05',
          totalCents: 450,
          lines: [
            { productId: productOf(prison, 0), quantity: 2, unitPriceCents: 100 },
            { productId: productOf(prison, 1), quantity: 1, unitPriceCents: 250 },
          ],
        },
      },
    },
  ])
  expect(of(changes, 'account')).toEqual([
    {
      entity: 'account',
      key: order.inmateId,
      value: { inmateId: order.inmateId, availableCents: 4550, heldCents: 450 },
    },
  ])
  expect(of(changes, 'account-entry')).toMatchObject([
    { value: { inmateId: order.inmateId, kind: 'order-hold', amountCents: -450, requestId: order.id } },
  ])
  expect(of(changes, 'product').map(({ value }) => value)).toMatchObject([{ stock: 998 }, { stock: 999 }])
  expect(changes).toHaveLength(5)
})

test('each later step is pulled, and a delivered order’s money is paid from what was held', async () => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  const { cursor } = await server.pullAll(prison)
  for (const step of ['in-hand', 'prepared', 'delivered'] as const) {
    await advanceRequest(own.database, order.id, step, TEST_NOW)
  }
  const { changes } = await server.pullAll(prison, cursor)
  expect(of(changes, 'request')).toMatchObject([{ value: { state: 'delivered' } }])
  const [change] = of(changes, 'request')
  expect(change?.entity === 'request' && change.value?.events.map(({ step }) => step)).toEqual([
    'received',
    'in-hand',
    'prepared',
    'delivered',
  ])
  expect(of(changes, 'account-entry')).toMatchObject([{ value: { kind: 'order-debit', amountCents: -100 } }])
  expect(of(changes, 'account')).toMatchObject([{ value: { availableCents: 4900, heldCents: 0 } }])
})

test('a medical request comes back without what it holds', async () => {
  const { cursor } = await server.pullAll(prison)
  const appointment = anAppointment(prison)
  await server.push(prison, [appointment])
  const { changes } = await server.pullAll(prison, cursor)
  expect(changes).toMatchObject([{ entity: 'request', key: appointment.id, value: { kind: 'medical', order: null } }])
  expect(JSON.stringify(changes)).not.toContain(appointment.body.ciphertext)
})

test('the terminal of the other cell hears of the shelf and of nothing else', async () => {
  const { cursor } = await server.pullAll(prison, undefined, 1)
  await server.push(prison, [anOrder(prison), anAppointment(prison, { inmate: 1 })])
  const { changes } = await server.pullAll(prison, cursor, 1)
  expect(changes.map(({ entity }) => entity)).toEqual(['product'])
})

test('what is gone, or points at nothing any more, is a tombstone', async () => {
  const { cursor } = await server.pullAll(prison)
  await own.database.transaction().execute(async transaction => {
    await transaction.deleteFrom('products').where('id', '=', productOf(prison, 0)).execute()
    await touch(transaction, [
      { entity: 'product', key: productOf(prison, 0), scope: 'prison' },
      { entity: 'product', key: productOf(prison, 1), scope: 'prison', isGone: true },
    ])
  })
  const { changes } = await server.pullAll(prison, cursor)
  expect(changes).toEqual([
    { entity: 'product', key: productOf(prison, 0), value: null },
    { entity: 'product', key: productOf(prison, 1), value: null },
  ])
})

test('a feed longer than a page comes in pages without a gap or a repeat', async () => {
  const { cursor } = await server.pullAll(prison)
  const inmateId = prison.inmateIds[0]
  const notices = Array.from({ length: 1203 }, (_, at) => `notice-${String(at).padStart(4, '0')}`)
  await own.database.transaction().execute(transaction =>
    touch(
      transaction,
      notices.map(key => ({ entity: 'notice', key, scope: `inmate:${inmateId}` })),
    ),
  )
  const { changes } = await server.pullAll(prison, cursor)
  expect(keys(changes)).toEqual(notices)
  const page = await server.pull(prison, cursor)
  expect(page).toMatchObject({ more: true })
  expect(page.changes).toHaveLength(500)
})

test('every kind of thing the prison publishes comes as the terminal expects it', async () => {
  const words = { fr: 'a', nl: 'b', de: 'c', en: 'd' }
  const notice = {
    id: 'notice-1',
    important: true,
    published_at: TEST_NOW,
    until: new Date('2026-04-01T00:00:00Z'),
    title: words,
    body: words,
  }
  const { cursor } = await server.pullAll(prison)
  await own.database.transaction().execute(async transaction => {
    await transaction.insertInto('notices').values(notice).execute()
    await transaction.insertInto('web_policy').values({ id: 'web-policy', text: '{"version":1}' }).execute()
    await touch(transaction, [
      { entity: 'notice', key: 'notice-1', scope: 'prison' },
      { entity: 'web-policy', key: 'web-policy', scope: 'prison' },
      { entity: 'window', key: prison.windowId, scope: 'prison' },
    ])
  })
  const { changes } = await server.pullAll(prison, cursor)
  expect(changes).toEqual([
    {
      entity: 'notice',
      key: 'notice-1',
      value: {
        id: 'notice-1',
        important: true,
        publishedAt: TEST_NOW.toISOString(),
        until: '2026-04-01T00:00:00.000Z',
        title: words,
        body: words,
      },
    },
    { entity: 'web-policy', key: 'web-policy', value: { text: '{"version":1}' } },
    {
      entity: 'window',
      key: prison.windowId,
      value: {
        id: prison.windowId,
        opensAt: '2026-03-01T06:00:00.000Z',
        closesAt: '2026-03-03T18:00:00.000Z',
        lateUntil: '2026-03-04T06:00:00.000Z',
        deliveryDay: '2026-03-05',
        maxTotalCents: 100_000,
      },
    },
  ])
})

const epochOf = async () => (await own.database.selectFrom('prison').select('epoch').executeTakeFirstOrThrow()).epoch

test.each<[string, () => Promise<string> | string]>([
  ['of the future', async () => encodeCursor({ epoch: await epochOf(), xid: '9223372036854775807', seq: 0 })],
  ['of another epoch', () => encodeCursor({ epoch: '00000000-0000-4000-8000-000000000000', xid: '1', seq: 0 })],
  ['that is malformed', () => 'bm90LWEtY3Vyc29y'],
  ['that is empty', () => ''],
  ['that is no base64url', () => '{"xid":1}'],
  ['that is far too long', () => 'A'.repeat(5000)],
])('a cursor %s is answered 409, so that the terminal starts over', async (_name, cursor) => {
  const response = await get({ cursor: await cursor() })
  expect(response.statusCode).toBe(409)
  expect(response.json()).toEqual({ code: 'PULL_CURSOR_UNKNOWN', retryable: false })
})

test('an unknown parameter is the client’s fault', async () => {
  const response = await get({ since: '0' })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toEqual({ code: 'QUERY_INVALID', retryable: false })
})

test('pulling with the same cursor again gives the same again', async () => {
  const { cursor } = await server.pullAll(prison)
  await server.push(prison, [anOrder(prison)])
  // Where it goes on from may have moved: transactions of other databases count there too.
  const { cursor: _ofOnce, ...once } = await server.pullAll(prison, cursor)
  expect(await server.pullAll(prison, cursor)).toMatchObject(once)
})
