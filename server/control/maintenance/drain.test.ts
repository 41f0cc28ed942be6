import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pushResponseSchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { reconcile } from '../../canteen/reconcile.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { aWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { anOrder } from '../../testing/operations.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { createTestStateKeys } from '../../testing/test-state-keys.ts'
import { issueOrder } from '../orders/issue-order.ts'
import { readProgress } from '../progress/read-progress.ts'
import { ensureState } from '../state/ensure-state.ts'
import { patiently } from '../testing/a-fleet.ts'

const keys = createTestStateKeys()
let own: TestDatabase
let server: TestServer
let prison: TestPrison
let order: (intent: OrderIntent) => Promise<unknown>

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database, { openingCents: 1_000_000, maxPerWindow: 100_000, maxTotalCents: 100_000_000 })
  const ports = { database: own.database, keys, clock: () => server.now }
  server = createTestServer(own.database, { control: { keys, connection: own.connection, pollMs: 100 } })
  await ensureState(ports)
  const by = await aWarden(own.database)
  order = intent => issueOrder(ports, { intent, by, via: 'console' })
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const begin: OrderIntent = { kind: 'maintenance-begin', until: null, line: null }

async function push(operation: unknown) {
  return server.app.inject({
    method: 'POST',
    url: terminalRoutes.push,
    headers: { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[0])}` },
    payload: { sentAt: server.now.toISOString(), operations: [operation] },
  })
}

async function status(): Promise<number> {
  return (await push(anOrder(prison))).statusCode
}
const until = (code: number) =>
  vi.waitFor(async () => {
    expect(await status()).toBe(code)
  }, patiently)

test('while a maintenance is under way pushes are put off, pulls go on, and aborting it brings the platform back', async () => {
  await order(begin)
  await until(503)
  const answer = await push(anOrder(prison))
  expect(answer.json()).toEqual({ code: 'SERVER_BUSY', retryable: true })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await server.pull(prison)).changes.length).toBeGreaterThan(0)
  await order({ kind: 'maintenance-abort' })
  await until(200)
})

test('a planned maintenance holds nothing back', async () => {
  await order({ kind: 'maintenance-plan', from: '2026-03-02T12:00:00Z', until: null, line: null })
  expect(await status()).toBe(200)
  await order({ kind: 'maintenance-abort' })
})

test('nothing that is pushed around the beginning and the end of maintenances is lost or doubled', async () => {
  const orders = Array.from({ length: 120 }, () => anOrder(prison))
  const answered: string[] = []
  let putOff = 0
  const deliver = async (one: unknown): Promise<void> => {
    for (;;) {
      const answer = await push(one)
      if (answer.statusCode === 200) {
        answered.push(...pushResponseSchema.parse(answer.json()).verdicts.map(({ status: verdict }) => verdict))
        return
      }
      expect(answer.statusCode).toBe(503)
      putOff += 1
      await setImmediate()
    }
  }
  const maintaining = (async () => {
    for (let round = 0; round < 3; round += 1) {
      await order(begin)
      await until(503)
      await order({ kind: round % 2 === 0 ? 'maintenance-abort' : 'maintenance-end' })
      await until(200)
    }
  })()
  const queues = Array.from({ length: 6 }, (_, queue) => orders.filter((_order, at) => at % 6 === queue))
  const pushing = queues.map(async queue => {
    // Each one twice, as a terminal does whose answer was lost.
    for (const one of queue) {
      await deliver(one)
      await deliver(one)
    }
  })
  await Promise.all([maintaining, ...pushing])
  expect(putOff).toBeGreaterThan(0)
  expect(answered.filter(verdict => verdict === 'applied')).toHaveLength(orders.length)
  expect(answered.filter(verdict => verdict === 'duplicate')).toHaveLength(orders.length)
  const ids = orders.map(({ id }) => id)
  const stored = await own.database.selectFrom('orders').select('request_id').where('request_id', 'in', ids).execute()
  expect(stored).toHaveLength(orders.length)
  expect(await reconcile(own.database)).toEqual([])
}, 60_000)

test('when all that was under way is settled, that is told', async () => {
  await order(begin)
  await until(503)
  await vi.waitFor(async () => {
    const [{ version, inFlight } = { version: 0, inFlight: 1 }, progress] = await readProgress(own.database).then(
      read => [read.servers[0], read] as const,
    )
    expect(version).toBe(progress.version)
    expect(inFlight).toBe(0)
  }, patiently)
  await order({ kind: 'maintenance-end' })
})
