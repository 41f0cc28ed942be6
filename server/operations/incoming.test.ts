import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { terminalIdSchema } from '#shared/contracts/ids.ts'
import { correctTime, readIncoming } from './incoming.ts'

const receivedAt = new Date('2026-03-02T10:00:00.000Z')
const sentBy = terminalIdSchema.parse('0192f0c0-0000-4000-8000-000000000003')
const arrival = { sentAt: '2026-03-02T10:00:00.000Z', receivedAt, sentBy }
const id = '0192f0c0-0000-7000-8000-000000000001'

const order = {
  id,
  inmateId: '0192f0c0-0000-4000-8000-000000000002',
  terminalId: '0192f0c0-0000-4000-8000-000000000003',
  recordedAt: '2026-03-02T09:00:00.000Z',
  kind: 'canteen.order',
  body: { windowId: 'week-10', lines: [{ productId: 'coffee', quantity: 1, seenUnitPriceCents: 100 }], replaces: null },
}

test('reads a well-formed operation, whatever the order of its keys', () => {
  const read = readIncoming(order, arrival)
  const reordered = readIncoming(Object.fromEntries(Object.entries(order).toReversed()), arrival)
  expect(read.reading).toBe('operation')
  expect(reordered).toEqual(read)
})

test.each([
  ['an unknown field', { ...order, note: 'please' }],
  ['a total of the client’s own', { ...order, body: { ...order.body, total: 1 } }],
  ['an unknown kind', { ...order, kind: 'ledger.credit' }],
  [
    'an upper-case product',
    { ...order, body: { ...order.body, lines: [{ ...order.body.lines[0], productId: 'Coffee' }] } },
  ],
  ['no body', { ...order, body: undefined }],
  ['a text of a megabyte', { ...order, body: 'x'.repeat(1_000_000) }],
])('keeps the name of an operation with %s', (_name, raw) => {
  expect(readIncoming(raw, arrival)).toEqual({ reading: 'invalid', id })
})

test.each([
  ['nothing', null],
  ['a number', 7],
  ['a list', [order]],
  ['an operation without an id', { ...order, id: undefined }],
  ['an id of another version', { ...order, id: '0192f0c0-0000-4000-8000-000000000001' }],
  ['an id that is no id', { ...order, id: "'; drop table operations; --" }],
])('cannot name %s', (_name, raw) => {
  expect(readIncoming(raw, arrival)).toEqual({ reading: 'unreadable' })
})

test('reads any JSON value without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(['unreadable', 'invalid', 'operation']).toContain(readIncoming(value, arrival).reading)
    }),
  )
})

test.each([
  ['a clock that is right', '2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-02T09:00:00.000Z'],
  ['a clock a day behind', '2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.000Z', '2026-03-02T09:00:00.000Z'],
  ['a clock a day ahead', '2026-03-03T09:00:00.000Z', '2026-03-03T10:00:00.000Z', '2026-03-02T09:00:00.000Z'],
  ['a time after the sending', '2026-03-02T11:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000Z'],
  ['the beginning of time', '0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z'],
])('corrects %s', (_name, recordedAt, sentAt, corrected) => {
  expect(correctTime(recordedAt, { sentAt, receivedAt }).toISOString()).toBe(corrected)
})

test('a corrected time is one the database can hold, whatever two clocks say', () => {
  const instant = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instant, instant, (recorded, sent) => {
      const corrected = correctTime(recorded.toISOString(), { sentAt: sent.toISOString(), receivedAt })
      expect(corrected.getTime()).toBeGreaterThanOrEqual(0)
      expect(corrected.getTime()).toBeLessThanOrEqual(receivedAt.getTime())
    }),
  )
})
