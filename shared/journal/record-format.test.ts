import * as fc from 'fast-check'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import type { JournalRecord } from './journal-record.ts'
import { createDecipher, openFrame } from './open-frame.ts'
import {
  decodeFrame,
  encodedSize,
  encodeFrame,
  encodePayload,
  findFrame,
  type FoundFrame,
  type RecordFrame,
} from './record-format.ts'
import { sampleEncipher } from './testing/sample-cipher.ts'
import { encodePlain } from './testing/sample-file.ts'

const fileId = new TextEncoder().encode('a-random')
const header = { version: 2, fileId }
const dataKey = new Uint8Array(32).fill(3)
const encipher = sampleEncipher(dataKey)

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
  encodeFrame(frameOf(payload, more), encipher, bytes, 0)
  return bytes
}

async function open(frame: FoundFrame | undefined, key = dataKey): Promise<JournalRecord | undefined> {
  return frame && openFrame(frame, await createDecipher(key))
}

test('a record reads back as it was written', async () => {
  const types = fc.constantFrom('operation', 'settled', 'discarded')
  const maxField = 2 ** 48 - 1
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), types, fc.nat(maxField), fc.nat(maxField), async (payload, type, seq, atMs) => {
      const frame = decodeFrame(encoded(payload, { type, seq, atMs }), 0)

      const asJson: unknown = JSON.parse(JSON.stringify(payload))
      expect(await open(frame)).toEqual({ seq, at: new Date(atMs).toISOString(), type, payload: asJson })
      expect(frame).toMatchObject({ version: 2, index: 3, end: encodedSize({ payload }) })
    }),
  )
})

test('a record of version 1 reads back too', async () => {
  const bytes = Buffer.alloc(200)
  encodePlain(frameOf({ id: 'x' }), bytes, 0)
  expect(await open(decodeFrame(bytes, 0))).toMatchObject({ seq: 77, payload: { id: 'x' } })
})

test('nothing of what was written lies in clear, and another key opens nothing', async () => {
  const bytes = encoded({ id: 'x', text: 'two loaves' })
  expect(bytes.toString('latin1')).not.toMatch(/loaves|text/)
  expect(await open(decodeFrame(bytes, 0), new Uint8Array(32).fill(4))).toBeUndefined()
})

test('what stands in front of a record is proved with it', async () => {
  const written = encoded({ id: 'x' })
  // Each field but the mark and the length, changed by somebody who also mends the checksum.
  for (const offset of [4, 16, 20, 26, 32]) {
    const bytes = Buffer.from(written)
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 3, offset)
    bytes.writeUInt32LE(crc32(bytes.subarray(44), crc32(bytes.subarray(0, 40))), 40)
    const frame = decodeFrame(bytes, 0)
    expect(frame).toBeDefined()
    expect(await open(frame)).toBeUndefined()
  }
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
  expect(findFrame(stale, 0, header)).toBeUndefined()
})

test('a record is found behind bytes that are none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), junk => {
      const bytes = Buffer.concat([junk, encoded({ id: 'x' })])
      expect(findFrame(bytes, 0, header)).toMatchObject({ start: junk.length, seq: 77 })
    }),
  )
})

test.each([1, 2])('a record of version %i written inside a payload is never read as one', version => {
  // Even someone who knew the file's id cannot type it: JSON has no raw zero bytes, and every record head does.
  const forged = Buffer.alloc(200)
  const end =
    version === 1
      ? encodePlain(frameOf({ id: 'forged' }), forged, 0)
      : encodeFrame(frameOf({ id: 'forged' }), encipher, forged, 0)
  const text = forged.toString('latin1', 0, end)
  const carriers = [encoded({ text }), Buffer.alloc(1000)]
  encodePlain(frameOf({ text }), carriers[1] ?? forged, 0)
  for (const carrier of carriers) {
    carrier.fill(0xff, 0, 4)
    expect(findFrame(carrier, 0, { version, fileId })).toBeUndefined()
    expect(findFrame(carrier, 0, undefined)).toBeUndefined()
  }
})

test.each([
  ['undefined', undefined],
  ['a function', () => undefined],
  ['a big integer', 1n],
])('%s is no payload', (_name, payload) => {
  expect(() => encodePayload(payload)).toThrow(TypeError)
})
