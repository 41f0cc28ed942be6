import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesToUuid, indexOfBytes, readUint48, uuidToBytes, viewOf, writeUint48 } from './bytes.ts'
import { endOfData } from './zeros.ts'

test('a number of 48 bits reads back', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 48 - 1), fc.nat(3), (value, offset) => {
      const bytes = new Uint8Array(10)
      writeUint48(viewOf(bytes), offset, value)
      expect(readUint48(viewOf(bytes), offset)).toBe(value)
      expect(Buffer.from(bytes).readUIntLE(offset, 6)).toBe(value)
    }),
  )
})

test('an id reads back', () => {
  fc.assert(
    fc.property(fc.uuid(), uuid => {
      expect(bytesToUuid(uuidToBytes(uuid))).toBe(uuid)
    }),
  )
})

test('bytes are found where a search of Node’s finds them', () => {
  const few = fc.array(fc.nat(2), { maxLength: 60 })
  fc.assert(
    fc.property(few, fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }), fc.nat(8), (bytes, needle, from) => {
      expect(indexOfBytes(Uint8Array.from(bytes), Uint8Array.from(needle), from)).toBe(
        Buffer.from(bytes).indexOf(Buffer.from(needle), from),
      )
    }),
  )
})

test('data ends behind the last byte that is not zero, wherever its memory begins', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1), { maxLength: 40 }), fc.nat(8), (bits, offset) => {
      const bytes = new Uint8Array(60).subarray(offset, offset + bits.length)
      bytes.set(bits)
      expect(endOfData(bytes)).toBe(bits.lastIndexOf(1) + 1)
    }),
  )
})
