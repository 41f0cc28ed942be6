import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { migrate } from '../database/migrate.ts'
import { aPrison, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { startNewEpoch } from './start-new-epoch.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
  prison = await aPrison(own.database)
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const statusOf = async (cursor: string) => {
  const headers = { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[0])}` }
  return (await server.app.inject({ url: terminalRoutes.pull, query: { cursor }, headers })).statusCode
}

test('a new epoch makes every cursor unknown, and the full copy is the same as before', async () => {
  const before = await server.pullAll(prison)
  await own.database.transaction().execute(startNewEpoch)
  expect(await statusOf(before.cursor)).toBe(409)
  expect((await server.pullAll(prison)).changes).toEqual(before.changes)
})

test('a feed that another PostgreSQL wrote can be pulled again after the server has started', async () => {
  const before = await server.pullAll(prison)
  await sql`update changes set xid = '4611686018427387904'::xid8`.execute(own.database)
  expect((await server.pullAll(prison)).changes).toEqual([])
  await migrate(own.database)
  expect(await statusOf(before.cursor)).toBe(409)
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
  expect((await server.pullAll(prison)).changes.toSorted(byKey)).toEqual(before.changes.toSorted(byKey))
})

test('starting a server again keeps the epoch', async () => {
  const { cursor } = await server.pullAll(prison)
  await migrate(own.database)
  expect(await statusOf(cursor)).toBe(200)
})
