import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, encodedSize, encodeFrame, encodePayload, findFrame, type RecordFrame } from './record-format.ts'

const fileId = Buffer.from('a-random')

function frameOf(payload: unknown, more: Partial<RecordFrame> = {}): RecordFrame {
  return {
    fileId,
    index: 3,
    seq: 77,
    atMs: 1_773_480_413_589,
    type: 'operation',
    payload: encodePayload(payload),
    ...more,
  }
}

function encoded(payload: unknown, more: Partial<RecordFrame> = {}): Buffer {
  const bytes = Buffer.alloc(encodedSize({ payload }))
  encodeFrame(frameOf(payload, more), bytes, 0)
  return bytes
}

test('a record reads back as it was written', () => {
  const types = fc.constantFrom('operation', 'settled', 'discarded')
  const maxField = 2 ** 48 - 1
  fc.assert(
    fc.property(fc.jsonValue(), types, fc.nat(maxField), fc.nat(maxField), (payload, type, seq, atMs) => {
      const frame = decodeFrame(encoded(payload, { type, seq, atMs }), 0)

      const asJson: unknown = JSON.parse(JSON.stringify(payload))
      expect(frame?.record).toEqual({ seq, at: new Date(atMs).toISOString(), type, payload: asJson })
      expect(frame).toMatchObject({ index: 3, end: encodedSize({ payload }) })
    }),
  )
})

test('any flipped bit makes a record unreadable', () => {
  const whole = encoded({ id: 'x', text: 'two loaves' })
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const bytes = Buffer.from(whole)
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(decodeFrame(bytes, 0)).toBeUndefined()
  }
})

test('a record that ends behind the end of the bytes is none', () => {
  const whole = encoded({ id: 'x' })
  for (let length = 0; length < whole.length; length += 1) {
    expect(decodeFrame(whole.subarray(0, length), 0)).toBeUndefined()
  }
})

test('a record of an earlier life of the file is not read', () => {
  const stale = encoded({ id: 'x' }, { fileId: Buffer.from('of-before') })
  expect(findFrame(stale, 0, fileId)).toBeUndefined()
})

test('a record is found behind bytes that are none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), junk => {
      const bytes = Buffer.concat([junk, encoded({ id: 'x' })])
      expect(findFrame(bytes, 0, fileId)).toMatchObject({ start: junk.length, record: { seq: 77 } })
    }),
  )
})

test('a record written inside a payload is never read as one', () => {
  // Even someone who knew the file's id cannot type it: JSON has no raw zero bytes, and every record header does.
  const forged = encoded({ id: 'forged' }).toString('latin1')
  const carrier = encoded({ text: forged })
  carrier.fill(0xff, 0, 4)

  expect(findFrame(carrier, 0, fileId)).toBeUndefined()
  expect(findFrame(carrier, 0, undefined)).toBeUndefined()
})

test.each([
  ['undefined', undefined],
  ['a function', () => undefined],
  ['a big integer', 1n],
])('%s is no payload', (_name, payload) => {
  expect(() => encodePayload(payload)).toThrow(TypeError)
})
