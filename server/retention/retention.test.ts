import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aPrison, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { deleteOldRecords } from './delete-old-records.ts'
import { RETENTION_EVERY_MS, startRetention } from './start-retention.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
let own: TestDatabase
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
})
beforeEach(async () => {
  for (const table of ['web_addresses', 'web_budgets', 'web_refusals', 'web_reviews'] as const) {
    await own.database.deleteFrom(table).execute()
  }
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => own.drop())

const budget = async (day: string): Promise<void> => {
  const key = { inmate_id: prison.inmateIds[0], site_id: 'jobs', day }
  await own.database.insertInto('web_budgets').values(key).execute()
  await own.database
    .insertInto('web_addresses')
    .values({ ...key, hash: Buffer.from('x') })
    .execute()
}
const refusal = (day: string) =>
  own.database
    .insertInto('web_refusals')
    .values({
      day,
      terminal_id: prison.terminals[0].id,
      gate: 'gateway',
      site_id: 'jobs',
      rule_id: '',
      host: 'jobs.example',
      path: '/',
      method: 'GET',
      type: 'mainFrame',
      reason: 'path-not-listed',
      count: 1,
    })
    .execute()
const review = (at: string) =>
  own.database
    .insertInto('web_reviews')
    .values({
      at: new Date(at),
      terminal_id: prison.terminals[0].id,
      inmate_id: prison.inmateIds[0],
      site_id: 'jobs',
      rule_id: 'jobs-message',
      method: 'POST',
      host: 'jobs.example',
      path: '/',
      fields: JSON.stringify([{ name: 'q', value: 'x' }]),
    })
    .execute()
const kept = async () => ({
  budgets: (await own.database.selectFrom('web_budgets').select('day').orderBy('day').execute()).map(({ day }) => day),
  addresses: (await own.database.selectFrom('web_addresses').select('day').execute()).map(({ day }) => day),
  refusals: (await own.database.selectFrom('web_refusals').select('day').execute()).map(({ day }) => day),
  reviews: (await own.database.selectFrom('web_reviews').select('at').execute()).map(({ at }) => at.toISOString()),
})

test('what is older than it is kept goes, and what is on its last day stays', async () => {
  for (const day of ['2026-11-14', '2026-11-15', '2026-11-22']) await budget(day)
  for (const day of ['2026-08-23', '2026-08-24']) await refusal(day)
  for (const at of ['2025-11-21T23:59:59.000Z', '2025-11-22T00:00:00.000Z']) await review(at)
  expect(await deleteOldRecords(own.database, NOW)).toEqual({ budgets: 1, refusals: 1, reviews: 1 })
  expect(await kept()).toEqual({
    budgets: ['2026-11-15', '2026-11-22'],
    addresses: ['2026-11-15', '2026-11-22'],
    refusals: ['2026-08-24'],
    reviews: ['2025-11-22T00:00:00.000Z'],
  })
  expect(await deleteOldRecords(own.database, NOW)).toEqual({ budgets: 0, refusals: 0, reviews: 0 })
})

test('it runs when a server starts and each day after, also after a day on which it failed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const said: string[] = []
  let now: () => Date = () => {
    throw new Error('no clock')
  }
  const stop = startRetention({
    database: own.database,
    clock: () => now(),
    onDeleted: () => said.push('deleted'),
    reportBug: () => said.push('failed'),
  })
  await budget('2026-11-01')
  await vi.waitFor(() => {
    expect(said).toEqual(['failed'])
  })
  now = () => NOW
  vi.advanceTimersByTime(RETENTION_EVERY_MS)
  await stop()
  expect(said).toEqual(['failed', 'deleted'])
  expect((await kept()).budgets).toEqual([])
  vi.advanceTimersByTime(RETENTION_EVERY_MS)
  await stop()
  expect(said).toHaveLength(2)
})
