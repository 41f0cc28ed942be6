import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorSchema } from '#shared/contracts/sync.ts'
import { beginningOf, decodeCursor, encodeCursor, isLater } from './cursor.ts'

const epoch = '0192f0c0-0000-4000-8000-000000000000'
const spell = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a cursor reads back as the place it was made of, and is valid on the wire', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }), fc.maxSafeNat(), (xid, seq) => {
      const place = { epoch, xid: String(xid), seq }
      const cursor = encodeCursor(place)
      expect(cursorSchema.parse(cursor)).toBe(cursor)
      expect(decodeCursor(cursor)).toEqual(place)
    }),
  )
})

test.each([
  ['no base64url', '***'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['another shape', spell({ epoch, xid: '1' })],
  ['a field more', spell({ epoch, xid: '1', seq: 1, scope: 'inmate:all' })],
  ['a transaction id that is no number', spell({ epoch, xid: '1; drop table changes', seq: 1 })],
  ['a transaction id too long for the database', spell({ epoch, xid: '9'.repeat(20), seq: 1 })],
  ['a negative sequence', spell({ epoch, xid: '1', seq: -1 })],
  ['a sequence that is no exact number', spell({ epoch, xid: '1', seq: 2 ** 60 })],
])('a cursor with %s is unknown', (_name, cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ code: 'PULL_CURSOR_UNKNOWN' }))
})

test('any text is read or unknown, never another failure', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(() => decodeCursor(text)).toThrow(expect.objectContaining({ code: 'PULL_CURSOR_UNKNOWN' }))
    }),
  )
})

test('transaction ids compare as numbers, also past what a number holds', () => {
  expect(isLater('10', '9')).toBe(true)
  expect(isLater('9007199254740993', '9007199254740992')).toBe(true)
  expect(isLater('7', '7')).toBe(false)
  expect(beginningOf(epoch)).toEqual({ epoch, xid: '0', seq: 0 })
})
