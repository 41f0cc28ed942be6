import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#shared/errors/must.ts'
import { reconcile } from '../canteen/reconcile.ts'
import { aPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, stockOf, storedOperations } from '../testing/holdings.ts'
import { anAppointment, anOrder, aWithdrawal, newOperationId, productOf } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, at) => make(at))

let own: TestDatabase
let servers: TestServer[]

// Several servers on one database: within one, pushes that come together go together.
beforeAll(async () => {
  own = await createTestDatabase({ max: 16 })
  servers = times(6, () => createTestServer(own.database))
})
afterAll(async () => {
  for (const server of servers) await server.close()
  await own.drop()
})

/** Pushes through one server after the other. */
const push = (turn: number, ...rest: Parameters<TestServer['push']>) =>
  must(servers[turn % servers.length], 'a server').push(...rest)

test('the same operation from many connections at once is applied once, and every other answer is a duplicate', async () => {
  const prison = await aPrison(own.database)
  const batch = [anOrder(prison), anAppointment(prison), anOrder(prison, [{ product: 2 }], { inmate: 1 })]
  const answers = await Promise.all(times(12, at => push(at, prison, at % 2 === 0 ? batch : batch.toReversed())))
  for (const operation of batch) {
    const statuses = answers.flat().filter(({ operationId }) => operationId === operation.id)
    expect(statuses.filter(({ status }) => status === 'applied')).toHaveLength(1)
    expect(statuses.filter(({ status }) => status === 'duplicate')).toHaveLength(11)
    expect(new Set(statuses.map(verdict => (verdict as { receipt: string }).receipt)).size).toBe(1)
  }
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 4900, held: 100 })
})

test('the same id with other words at once: one is applied, the other refused', async () => {
  const prison = await aPrison(own.database)
  const id = newOperationId()
  const words = times(8, at => anOrder(prison, [{ quantity: at + 1 }], { id, inmate: at % 2 === 0 ? 0 : 1 }))
  const answers = (await Promise.all(words.map((one, at) => push(at, prison, [one])))).flat()
  expect(answers.filter(({ status }) => status === 'applied')).toHaveLength(1)
  expect(
    answers.filter(verdict => verdict.status === 'rejected' && verdict.rejection.code === 'OPERATION_ID_REUSED'),
  ).toHaveLength(7)
})

test('many terminals that want the last pieces of the same products get no more than there are', async () => {
  const prison = await aPrison(own.database, { stock: 15 })
  const orders = times(30, at => {
    const lines = [{ product: at % 3 }, { product: (at + 1) % 3 }]
    return anOrder(prison, lines, at % 3 === 2 ? { inmate: 2 } : { inmate: at % 3 === 0 ? 0 : 1 })
  })
  const answers = await Promise.all(
    orders.map((order, at) => push(at, prison, [order], { terminal: at % 3 === 2 ? 1 : 0 })),
  )
  const applied = answers.flat().filter(({ status }) => status === 'applied')
  const stocks = await Promise.all([0, 1, 2].map(place => stockOf(own.database, productOf(prison, place))))
  expect(applied.length * 2).toBe(45 - stocks.reduce((sum, stock) => sum + stock, 0))
  expect(Math.min(...stocks)).toBeGreaterThanOrEqual(0)
  expect(await reconcile(own.database)).toEqual([])
})

test('both inmates of a cell order and withdraw at once, and nobody spends money twice', async () => {
  const prison = await aPrison(own.database, { openingCents: 1000, prices: [300] })
  const orders = times(12, at =>
    anOrder(prison, [{ product: 0, seenUnitPriceCents: 300 }], { inmate: at % 2 === 0 ? 0 : 1 }),
  )
  const inmateOf = (at: number) => (at % 2 === 0 ? 0 : 1)
  await Promise.all(
    orders.flatMap((order, at) => [
      push(at, prison, [order]),
      push(at + 1, prison, [aWithdrawal(prison, order.id, { inmate: inmateOf(at) })]),
    ]),
  )
  for (const inmateId of prison.inmateIds) {
    const { available, held } = await moneyOf(own.database, inmateId)
    expect(available).toBeGreaterThanOrEqual(0)
    expect(available + held).toBe(1000)
  }
  expect(await reconcile(own.database)).toEqual([])
})

test('somebody who orders different things through several servers at once spends their money once', async () => {
  const wishes = { openingCents: 400, prices: [400, 400, 400] }
  for (const prison of await Promise.all(times(6, () => aPrison(own.database, wishes)))) {
    const orders = times(3, product => anOrder(prison, [{ product, seenUnitPriceCents: 400 }]))
    const answers = await Promise.all(orders.map((order, at) => push(at, prison, [order])))
    expect(answers.flat().filter(({ status }) => status === 'applied')).toHaveLength(1)
    expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 0, held: 400 })
  }
})

test('large batches that name the same people and products in opposite orders do not block one another', async () => {
  const prison = await aPrison(own.database, {
    openingCents: 1_000_000,
    stock: 100_000,
    maxPerWindow: 100_000,
    maxTotalCents: 1_000_000,
  })
  const batchOf = (turn: number) =>
    times(60, at => {
      const lines =
        turn % 2 === 0
          ? [{ product: 0 }, { product: 1 }, { product: 2 }]
          : [{ product: 2 }, { product: 1 }, { product: 0 }]
      return anOrder(prison, lines, { inmate: (at + turn) % 2 === 0 ? 0 : 1 })
    })
  const batches = times(8, batchOf)
  const answers = await Promise.all(batches.map((batch, at) => push(at, prison, batch)))
  expect(answers.flat().every(({ status }) => status === 'applied')).toBe(true)
  const ids = batches.flat().map(({ id }) => id)
  expect(await storedOperations(own.database, ids)).toHaveLength(ids.length)
})

test('a prison’s worth of terminals that come back at once are all served, in few transactions', async () => {
  const prisons = await Promise.all(times(12, () => aPrison(own.database)))
  const [first] = servers
  const before = await commits()
  const answers = await Promise.all(
    prisons.flatMap(prison =>
      times(5, at => must(first, 'a server').push(prison, [anOrder(prison, [{ product: at % 3 }])])),
    ),
  )
  expect(answers.flat().filter(({ status }) => status === 'applied')).toHaveLength(60)
  expect((await commits()) - before).toBeLessThan(30)
})

/** How many transactions left something in the table of operations. */
async function commits(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct xmin::text) as count from operations`.execute(
    own.database,
  )
  return rows[0]?.count ?? 0
}
