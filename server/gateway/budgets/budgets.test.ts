import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { InmateId } from '#shared/contracts/ids.ts'
import { defaultBudgetLimits } from '#shared/policy/budget.ts'
import { aPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createBudgets, type Spending } from './budgets.ts'
import { listBudgets } from './list-budgets.ts'

const DAY = '2026-03-02'
const { query: LIMIT } = defaultBudgetLimits
let own: TestDatabase
let inmateId: InmateId
let otherId: InmateId

beforeAll(async () => {
  own = await createTestDatabase()
})
beforeEach(async () => {
  const prison = await aPrison(own.database)
  inmateId = prison.inmateIds[0]
  otherId = prison.inmateIds[1]
})
afterAll(() => own.drop())

const typed = (query: number, more: Partial<Spending> = {}): Spending => ({
  inmateId,
  siteId: 'good',
  day: DAY,
  carried: { query, path: 0 },
  ...more,
})
const spent = async (): Promise<number> => (await listBudgets(own.database, DAY, inmateId))[0]?.spent.query ?? 0

test('what fits is counted, and what does not is refused and counts nothing', async () => {
  const budgets = createBudgets(own.database)
  expect(await budgets.spend(typed(LIMIT - 10))).toBe(true)
  expect(await budgets.spend(typed(11))).toBe(false)
  expect(await budgets.spend(typed(10))).toBe(true)
  expect(await spent()).toBe(LIMIT)
})

test('what carries nothing always fits, and leaves no row', async () => {
  const budgets = createBudgets(own.database)
  expect(await budgets.spend(typed(0))).toBe(true)
  expect(await listBudgets(own.database, DAY, inmateId)).toEqual([])
})

test('what nobody can measure never fits', async () => {
  expect(await createBudgets(own.database).spend(typed(Number.POSITIVE_INFINITY))).toBe(false)
})

test('a restart does not reset a budget', async () => {
  await createBudgets(own.database).spend(typed(LIMIT))
  expect(await createBudgets(own.database).spend(typed(1))).toBe(false)
})

test('several processes that count at once count the same budget', async () => {
  const processes = Array.from({ length: 4 }, () => createBudgets(own.database))
  const step = LIMIT / 20
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => (processes[index % 4] ?? createBudgets(own.database)).spend(typed(step))),
  )
  expect(answers.filter(Boolean)).toHaveLength(20)
  expect(await spent()).toBe(LIMIT)
})

test('an address counts once a day, also in another process', async () => {
  const budgets = createBudgets(own.database)
  const address = 'https://good.test/a'
  await Promise.all([budgets.spend(typed(100, { address })), budgets.spend(typed(100, { address }))])
  await createBudgets(own.database).spend(typed(100, { address }))
  expect(await spent()).toBe(100)
})

test('a known address stays open when all is spent', async () => {
  const budgets = createBudgets(own.database)
  await budgets.spend(typed(100, { address: 'https://good.test/a' }))
  await budgets.spend(typed(LIMIT - 100))
  expect(await budgets.spend(typed(100, { address: 'https://good.test/a' }))).toBe(true)
  expect(await budgets.spend(typed(1, { address: 'https://good.test/b' }))).toBe(false)
})

test('an address that was refused does not become known', async () => {
  const budgets = createBudgets(own.database)
  await budgets.spend(typed(LIMIT))
  for (let time = 0; time < 2; time += 1) {
    expect(await budgets.spend(typed(1, { address: 'https://good.test/b' }))).toBe(false)
  }
})

test('a write counts each time', async () => {
  const budgets = createBudgets(own.database)
  await budgets.spend(typed(10))
  await budgets.spend(typed(10))
  expect(await spent()).toBe(20)
})

test('each inmate, site and day has its own', async () => {
  const budgets = createBudgets(own.database)
  await budgets.spend(typed(LIMIT))
  expect(await budgets.spend(typed(1, { inmateId: otherId }))).toBe(true)
  expect(await budgets.spend(typed(1, { siteId: 'other' }))).toBe(true)
  expect(await budgets.spend(typed(1, { day: '2026-03-03' }))).toBe(true)
})

test('addresses are hashed, and gone the next day', async () => {
  const budgets = createBudgets(own.database)
  await budgets.spend(typed(10, { address: 'https://good.test/a-word' }))
  const kept = async () =>
    (await own.database.selectFrom('web_addresses').select('hash').where('inmate_id', '=', inmateId).execute()).map(
      ({ hash }) => hash.toString(),
    )
  expect((await kept()).join('')).not.toContain('word')
  await budgets.spend(typed(10, { day: '2026-03-03' }))
  expect(await kept()).toEqual([])
})

test('where it cannot be counted, nobody is told that it fits', async () => {
  const budgets = createBudgets(own.database, () => Promise.reject(new Error('away')))
  await expect(budgets.spend(typed(1))).rejects.toThrow('away')
  await expect(budgets.spend(typed(1))).rejects.toThrow('away')
})

test('requests that come together are one transaction', async () => {
  const sizes: number[] = []
  const budgets = createBudgets(own.database, async (_key, wishes) => {
    sizes.push(wishes.length)
    await sql`select 1`.execute(own.database)
    return wishes.map(() => true)
  })
  await Promise.all(Array.from({ length: 50 }, () => budgets.spend(typed(1))))
  expect(sizes).toEqual([1, 49])
})
