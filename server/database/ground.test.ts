import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { categoryIdSchema } from '#shared/contracts/ids.ts'
import { aPrison, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { productOf } from '../testing/operations.ts'
import { insertAll } from './insert-all.ts'

let own: TestDatabase
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
})
beforeEach(async () => {
  prison = await aPrison(own.database)
})
afterAll(() => own.drop())

const run = (statement: string) => sql.raw(statement).execute(own.database)
const accounts = () =>
  own.database.selectFrom('accounts').select('id').where('inmate_id', 'in', prison.inmateIds).execute()

async function post(entries: (ids: string[]) => readonly (readonly [number, number])[]): Promise<void> {
  const ids = (await accounts()).map(({ id }) => id)
  const id = uuid()
  const rows = entries(ids).map(([account, cents]) => `('${id}', '${ids[account]}', ${cents})`)
  await run(`insert into ledger_transactions values ('${id}', now(), 'deposit', null);
    insert into ledger_entries values ${rows.join(', ')}`)
}

test('the database takes a transaction whose entries cancel out', async () => {
  await expect(
    post(() => [
      [0, -100],
      [1, 60],
      [2, 40],
    ]),
  ).resolves.toBeUndefined()
})

test.each([
  [
    'that does not balance',
    [
      [0, -100],
      [1, 99],
    ],
    'does not balance',
  ],
  ['of one side', [[0, 100]], 'does not balance'],
  [
    'that moves nothing',
    [
      [0, 0],
      [1, 0],
    ],
    'amount_cents',
  ],
] as const)('the database refuses a ledger transaction %s', async (_name, entries, message) => {
  await expect(post(() => entries)).rejects.toThrow(message)
})

test.each([
  'update ledger_entries set amount_cents = 1',
  'delete from ledger_entries',
  'update ledger_transactions set at = now()',
  'delete from ledger_transactions',
])('the ledger is never rewritten: %s', async statement => {
  await expect(run(statement)).rejects.toThrow('append-only')
})

test('the database refuses stock below nothing', async () => {
  await expect(run(`update products set stock = -1 where id = '${productOf(prison, 0)}'`)).rejects.toThrow('stock')
})

test('the database refuses a second cell for somebody', async () => {
  const stay = `insert into cell_stays values ('${prison.inmateIds[0]}', '${prison.cellIds[1]}', now(), null)`
  await expect(run(stay)).rejects.toThrow('one_cell_at_a_time')
})

test('the database refuses a second prison', async () => {
  await expect(run(`insert into prison (id, names, time_zone) values ('${uuid()}', '{}', 'UTC')`)).rejects.toThrow(
    'is_only',
  )
})

test.each([
  ['an inmate’s account for the prison’s purposes', 'canteen', true],
  ['a prison’s account for an inmate’s purposes', 'held', false],
  ['an account for anything else', 'bribes', false],
])('the database refuses %s', async (_name, purpose, isInmates) => {
  const owner = isInmates ? `'${prison.inmateIds[0]}'` : 'null'
  await expect(run(`insert into accounts values ('${uuid()}', ${owner}, '${purpose}')`)).rejects.toThrow('accounts')
})

test('64-bit integers are exact numbers, days are days, and one that is not exact is refused', async () => {
  const { rows } = await sql<{ big: unknown; day: unknown; at: unknown }>`
    select 9007199254740991::bigint as big, date '2026-03-29' as day, timestamptz '2026-03-29 02:30+01' as at
  `.execute(own.database)
  expect(rows).toEqual([{ big: 9_007_199_254_740_991, day: '2026-03-29', at: new Date('2026-03-29T01:30:00Z') }])
  await expect(sql`select 9007199254740993::bigint`.execute(own.database)).rejects.toThrow('not an exact number')
})

test('any number of rows with any text is written as it is, in one statement', async () => {
  const texts = ['', 'null', 'NULL', '{a,b}', '"', '\\', "it's", 'a\nb', 'é👍', ' ']
  const rows = texts.map((text, at) => ({ id: categoryIdSchema.parse(`odd-${uuid()}-${at}`), text, position: at }))
  const ids = rows.map(({ id }) => id)
  await own.database.transaction().execute(transaction =>
    insertAll(transaction, 'categories', rows, {
      id: { type: 'text', of: ({ id }) => id },
      names: { type: 'json', of: ({ text }) => JSON.stringify({ fr: text }) },
      picture: { type: 'text', of: ({ text }) => text },
      position: { type: 'integer', of: ({ position }) => position },
    }),
  )
  const written = await own.database
    .selectFrom('categories')
    .select(['names', 'picture'])
    .where('id', 'in', ids)
    .orderBy('position')
    .execute()
  expect(written).toEqual(texts.map(text => ({ names: { fr: text }, picture: text })))
  await own.database.deleteFrom('categories').where('id', 'in', ids).execute()
})
