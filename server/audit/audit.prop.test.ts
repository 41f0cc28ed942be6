import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#shared/errors/must.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { appendAudit } from './append-audit.ts'
import { hashRecord, NOTHING_BEFORE } from './hash-record.ts'
import { lastAudit, listAudit, type StoredRecord } from './list-audit.ts'
import { problemWith, verifyAudit } from './verify-audit.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.drop())

const append = (subject: Readonly<Record<string, unknown>>) =>
  own.database
    .transaction()
    .execute(transaction => appendAudit(transaction, { at: new Date(), actor: 'server', action: 'tried', subject }))

const subject = fc.dictionary(
  fc.string({ maxLength: 8 }).filter(name => !name.includes('\0') && name !== '__proto__'),
  fc.oneof(
    fc.string({ unit: 'grapheme' }).filter(text => !/[\0\p{Cs}]/u.test(text)),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  ),
)

/** A whole chain, as the database would give it back. */
const chain = fc.array(subject, { minLength: 1, maxLength: 8 }).map(subjects => {
  const records: StoredRecord[] = []
  for (const [index, one] of subjects.entries()) {
    const record = {
      seq: index + 1,
      at: new Date(index * 1000).toISOString(),
      actor: 'server',
      action: 'tried',
      subject: one,
      previousHash: records.at(-1)?.hash ?? NOTHING_BEFORE,
    }
    records.push({ ...record, hash: hashRecord(record) })
  }
  return records
})

/** Whether somebody who reads the records one after the other sees that something is wrong, or that the end is another one. */
function isNoticed(records: readonly StoredRecord[], head: string): boolean {
  let before = { seq: 0, hash: NOTHING_BEFORE }
  for (const record of records) {
    if (problemWith(record, before) !== undefined) return true
    before = record
  }
  return before.hash !== head
}

const headOf = (records: readonly StoredRecord[]): string => must(records.at(-1), 'a last record').hash

test('a record that was removed is noticed', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (records, at) => {
      expect(isNoticed(records.toSpliced(at % records.length, 1), headOf(records))).toBe(true)
    }),
  )
})

test('a record that was changed is noticed, also with a hash that fits', () => {
  fc.assert(
    fc.property(chain, fc.nat(), fc.boolean(), (records, at, isHashFitted) => {
      const index = at % records.length
      const record = { ...must(records[index], 'a record'), actor: 'somebody else' }
      const changed = isHashFitted ? { ...record, hash: hashRecord(record) } : record
      expect(isNoticed(records.with(index, changed), headOf(records))).toBe(true)
    }),
  )
})

test('records that changed places are noticed', () => {
  const twoOrMore = chain.filter(({ length }) => length > 1)
  fc.assert(
    fc.property(twoOrMore, fc.nat(), (records, at) => {
      const index = at % (records.length - 1)
      const [first, second] = [must(records[index], 'one'), must(records[index + 1], 'the next')]
      const moved = records.with(index, { ...second, seq: first.seq }).with(index + 1, { ...first, seq: second.seq })
      expect(isNoticed(moved, headOf(records))).toBe(true)
      expect(isNoticed(records.with(index, second).with(index + 1, first), headOf(records))).toBe(true)
    }),
  )
})

test('a chain written to the database is whole when it comes back, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(subject, async one => {
      await append(one)
      expect(await verifyAudit(own.database)).toMatchObject({ isWhole: true })
    }),
    { numRuns: 30 },
  )
})

test('writers at the same time make one chain', async () => {
  const before = (await lastAudit(own.database, 1))[0]?.seq ?? 0
  await Promise.all(Array.from({ length: 12 }, (_, index) => append({ index })))
  const proof = await verifyAudit(own.database)
  expect(proof).toMatchObject({ isWhole: true, records: before + 12 })
})

test.each(['update audit_records set actor = $$x$$', 'delete from audit_records', 'truncate audit_records'])(
  'the database refuses: %s',
  async statement => {
    await append({})
    await expect(sql.raw(statement).execute(own.database)).rejects.toThrow('append-only')
  },
)

test('a chain whose end was cut off is whole, but for who noted its head', async () => {
  await append({ last: true })
  const proof = await verifyAudit(own.database)
  const head = proof.isWhole ? proof.head : { seq: 0, hash: '' }
  expect(await verifyAudit(own.database, head)).toMatchObject({ isWhole: true })
  await sql.raw('alter table audit_records disable trigger audit_records_append_only').execute(own.database)
  await own.database.deleteFrom('audit_records').where('seq', '=', head.seq).execute()
  expect(await verifyAudit(own.database)).toMatchObject({ isWhole: true })
  expect(await verifyAudit(own.database, head)).toEqual({ isWhole: false, problem: 'end-missing', seq: head.seq })
  await sql.raw('alter table audit_records enable trigger audit_records_append_only').execute(own.database)
})

test('records are listed in their order, from any place on', async () => {
  await append({ a: 1 })
  await append({ a: 2 })
  const all = await listAudit(own.database)
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  expect(await listAudit(own.database, { after: all.length - 2 })).toEqual(all.slice(-2))
  expect(await lastAudit(own.database, 2)).toEqual(all.slice(-2))
})
