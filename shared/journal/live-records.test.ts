import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JournalRecord, NewRecord } from './journal-record.ts'
import { liveRecords } from './live-records.ts'
import { discarded, operation, operationId, settled } from './testing/sample-records.ts'

/** Any story of four operations, sensible or not. */
const story = fc.array(
  fc.oneof(
    fc.nat(3).map(n => operation(n)),
    fc
      .tuple(fc.nat(3), fc.constantFrom('applied', 'duplicate', 'rejected', 'of-tomorrow'))
      .map(told => settled(...told)),
    fc.nat(3).map(n => discarded(n)),
    fc.constantFrom<NewRecord>({ type: 'operation', payload: 'no id' }, { type: 'settled', payload: null }),
  ),
  { maxLength: 30 },
)

function numbered(records: readonly NewRecord[], firstSeq = 1): readonly JournalRecord[] {
  return records.map((record, index) => ({ ...record, seq: firstSeq + index, at: '2026-03-14T09:26:53.589Z' }))
}

function keptOf(...records: readonly NewRecord[]): readonly NewRecord[] {
  return liveRecords(numbered(records)).map(({ type, payload }) => ({ type, payload }))
}

test.each([
  ['an operation stays until it is settled', [operation(1)], [operation(1)]],
  ['an applied operation goes', [operation(1), settled(1, 'applied')], []],
  ['an operation the server had already goes', [operation(1), settled(1, 'duplicate')], []],
  ['a rejected operation is parked', [operation(1), settled(1, 'rejected')], [operation(1), settled(1, 'rejected')]],
  ['a parked operation that was put away goes', [operation(1), settled(1, 'rejected'), discarded(1)], []],
  ['an operation that is not parked cannot be put away', [operation(1), discarded(1)], [operation(1)]],
  ['a verdict of a kind not known settles nothing', [operation(1), settled(1, 'x')], [operation(1), settled(1, 'x')]],
  ['a verdict without its operation goes', [settled(1, 'rejected')], []],
  ['a second record of an operation changes nothing', [operation(1), operation(1)], [operation(1)]],
  [
    'an operation that was let go comes back as new',
    [operation(1), settled(1, 'applied'), operation(1)],
    [operation(1)],
  ],
  ['an operation without an id stays', [{ type: 'operation', payload: 7 }], [{ type: 'operation', payload: 7 }]],
] as const)('%s', (_name, records, kept) => {
  expect(keptOf(...records)).toEqual(kept)
})

test('only the latest verdict on a parked operation stays', () => {
  const kept = liveRecords(numbered([operation(1), settled(1, 'rejected'), settled(1, 'rejected')]))
  expect(kept.map(({ seq }) => seq)).toEqual([1, 3])
})

test('what is kept is some of the records, in their order', () => {
  fc.assert(
    fc.property(story, told => {
      const records = numbered(told)
      const kept = new Set(liveRecords(records))
      expect(records.filter(record => kept.has(record))).toEqual([...kept])
    }),
  )
})

test('compaction at any moment changes no answer', () => {
  fc.assert(
    fc.property(story, story, (before, after) => {
      const first = numbered(before)
      const second = numbered(after, first.length + 1)
      expect(liveRecords([...liveRecords(first), ...second])).toEqual(liveRecords([...first, ...second]))
    }),
  )
})

test('an operation goes only by an applied verdict, or by a rejection and the person', () => {
  fc.assert(
    fc.property(story, told => {
      const kept = keptOf(...told).map(({ payload }) => JSON.stringify(payload))
      const mustStay = [0, 1, 2, 3].filter(n => {
        const about = told.filter(({ payload }) => JSON.stringify(payload).includes(operationId(n)))
        const isConfirmed = about.some(({ type }) => type === 'operation')
        const mayGo = /applied|duplicate/.test(JSON.stringify(about))
        const isPutAway = about.some(({ type }) => type === 'discarded') && JSON.stringify(about).includes('rejected')
        return isConfirmed && !mayGo && !isPutAway
      })
      expect(kept).toEqual(expect.arrayContaining(mustStay.map(n => JSON.stringify(operation(n).payload))))
    }),
  )
})
