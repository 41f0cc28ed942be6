import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let own: TestDatabase
let server: TestServer

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})

afterAll(async () => {
  await server.close()
  await own.drop()
})

test('gives a terminal its part of the feed', async () => {
  const prison = await aPrison(own.database)
  const first = await server.pullAll(prison)
  expect(first.changes.length).toBe(12)
})
