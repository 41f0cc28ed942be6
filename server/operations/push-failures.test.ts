import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OperationId } from '#shared/contracts/ids.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, storedOperations } from '../testing/holdings.ts'
import { anAppointment, anOrder } from '../testing/operations.ts'
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

/** Makes the database fail for one operation, as a bug nobody thought of would. */
async function poison(id: OperationId): Promise<void> {
  const name = `poison_${id.replaceAll('-', '')}`
  await sql
    .raw(
      `create function ${name}() returns trigger language plpgsql as $$ begin
        if new.id = '${id}' then raise exception 'poison'; end if; return new; end $$;
      create trigger ${name} before insert on requests for each row execute function ${name}()`,
    )
    .execute(own.database)
}

const postPush = (prison: TestPrison, operations: readonly unknown[]) =>
  server.app.inject({
    method: 'POST',
    url: terminalRoutes.push,
    headers: { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[0])}` },
    payload: { sentAt: TEST_NOW.toISOString(), operations },
  })

test('one operation that cannot be decided is deferred, and its neighbours have their verdicts', async () => {
  const prison = await aPrison(own.database)
  const [before, bad, after] = [anOrder(prison), anAppointment(prison), anOrder(prison, [{ product: 1 }])]
  await poison(bad.id)
  const malformed = { ...anOrder(prison), note: 'x' }
  expect(await server.push(prison, [before, bad, malformed, 7, after])).toMatchObject([
    { status: 'applied', operationId: before.id },
    { status: 'deferred', operationId: bad.id },
    { status: 'rejected', operationId: malformed.id },
    { status: 'unreadable' },
    { status: 'applied', operationId: after.id },
  ])
  expect(await storedOperations(own.database, [bad.id])).toEqual([])
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 4650, held: 350 })
  expect(await server.push(prison, [before, bad, after])).toMatchObject([
    { status: 'duplicate' },
    { status: 'deferred' },
    { status: 'duplicate' },
  ])
})

test('a connection that is terminated in mid-transaction is 503, and the same push again applies once', async () => {
  const prison = await aPrison(own.database)
  const order = anOrder(prison)
  // Another transaction holds the person, so that the push stops in the middle.
  const { held, release } = await holdPerson(prison)
  const pushed = postPush(prison, [order])
  await vi.waitFor(async () => {
    const { rows } = await sql<{ pid: number }>`
      select pg_terminate_backend(pid), pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()
    `.execute(own.database)
    if (rows.length === 0) throw new Error('the push does not wait yet')
  })
  const response = await pushed
  release()
  await held
  expect(response.statusCode).toBe(503)
  expect(response.json()).toEqual({ code: 'DATABASE_UNAVAILABLE', retryable: true })
  expect(response.headers['retry-after']).toMatch(/^\d+$/)

  expect(await server.push(prison, [order])).toMatchObject([{ status: 'applied' }])
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'duplicate' }])
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 4900, held: 100 })
})

async function holdPerson(prison: TestPrison): Promise<{ held: Promise<unknown>; release: () => void }> {
  const gate = withResolvers()
  const begun = withResolvers()
  const held = own.database.transaction().execute(async transaction => {
    await sql`select from inmates where id = ${prison.inmateIds[0]} for update`.execute(transaction)
    begun.resolve(undefined)
    await gate.promise
  })
  await begun.promise
  return { held, release: () => gate.resolve(undefined) }
}

function withResolvers() {
  let resolve: (value: undefined) => void = () => undefined
  const promise = new Promise<undefined>(done => {
    resolve = done
  })
  return { promise, resolve }
}

test('a deadlock with somebody else’s transaction is tried again and applied once', async () => {
  const prison = await aPrison(own.database)
  const [first, second] = prison.productIds
  const gate = withResolvers()
  const begun = withResolvers()
  // Takes the second product, then the first: against the order everybody keeps.
  const intruder = own.database.transaction().execute(async transaction => {
    await sql`select from products where id = ${second} for update`.execute(transaction)
    begun.resolve(undefined)
    await gate.promise
    await sql`select from products where id = ${first} for update`.execute(transaction)
  })
  await begun.promise
  const order = anOrder(prison, [{ product: 0 }, { product: 1 }])
  const pushed = server.push(prison, [order])
  await vi.waitFor(async () => {
    const { rows } = await sql`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    `.execute(own.database)
    if (rows.length === 0) throw new Error('the push does not wait yet')
  })
  gate.resolve(undefined)
  await intruder.catch((error: unknown) => error)
  expect(await pushed).toMatchObject([{ status: 'applied' }])
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 4650, held: 350 })
})
