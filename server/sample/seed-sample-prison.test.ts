import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { seedSamplePrison } from './seed-sample-prison.ts'

let testDatabase: TestDatabase
const now = new Date('2026-11-22T12:00:00Z')
const seed = () =>
  seedSamplePrison(testDatabase.database, { now, signReceipt: receipt => `receipt of ${receipt.operationId}` })

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  await seed()
}, 120_000)

afterAll(async () => {
  await testDatabase.drop()
})

const count = async (query: ReturnType<typeof sql<{ count: number }>>) =>
  (await query.execute(testDatabase.database)).rows[0]?.count

test('houses sixty people in thirty cells of two wings', async () => {
  expect(await count(sql`select count(*)::int from cell_stays where until is null`)).toBe(60)
  expect(await count(sql`select count(*)::int from cells`)).toBe(30)
  expect(await count(sql`select count(*)::int from wings`)).toBe(2)
})

test('sells more than two hundred products in more than ten categories', async () => {
  expect(await count(sql`select count(*)::int from products`)).toBeGreaterThan(200)
  expect(await count(sql`select count(distinct category_id)::int from products`)).toBeGreaterThan(10)
})

test('keeps a ledger that balances and leaves nobody below nothing', async () => {
  expect(await count(sql`select coalesce(sum(amount_cents), 0)::int as count from ledger_entries`)).toBe(0)
  const overdrawn = sql<{ count: number }>`
    select count(*)::int from (
      select 1 from ledger_entries e join accounts a on a.id = e.account_id
      where a.purpose in ('available', 'held') group by a.id having sum(e.amount_cents) < 0
    ) below`
  expect(await count(overdrawn)).toBe(0)
})

test('puts everything a terminal mirrors into the change feed', async () => {
  const entities = await testDatabase.database.selectFrom('changes').select('entity').distinct().execute()
  expect(entities.map(({ entity }) => entity).toSorted()).toEqual([
    'account',
    'account-entry',
    'category',
    'notice',
    'person',
    'prison',
    'product',
    'request',
    'window',
  ])
})

test('changes nothing where a prison is already', async () => {
  expect(await seed()).toBeUndefined()
})
