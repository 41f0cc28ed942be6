import * as fc from 'fast-check'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodeHeader, encodeHeader, type FileHeader, PAGE_BYTES } from './file-header.ts'

const facts = { fileId: new TextEncoder().encode('a-random'), generation: 12, nextSeq: 40_000, copied: 17 }
const plain: FileHeader = { version: 1, ...facts, capacityBytes: 8_388_608, dataKey: undefined }
const sealed: FileHeader = {
  ...plain,
  version: 2,
  dataKey: {
    prisonId: '5b8f8a6e-26a9-4b3e-8a55-2f6d6a1f9c01',
    wrapped: new Uint8Array(60).fill(1),
    sealed: new Uint8Array(113).fill(2),
    recoveryKeyId: 'b2fH-recovery_k1',
  },
}

const versions: readonly (readonly [string, FileHeader, number])[] = [
  ['version 1', plain, 52],
  ['version 2', sealed, 312],
]

test.each(versions)('a header of %s reads back as it was written', (_name, header) => {
  const max = 2 ** 48 - 1
  fc.assert(
    fc.property(fc.nat(max), fc.nat(max), fc.nat(max), (generation, nextSeq, capacityBytes) => {
      const written = { ...header, generation, nextSeq, capacityBytes }
      expect(decodeHeader(encodeHeader(written), 0)).toEqual(written)
    }),
  )
})

test.each(versions)('a header of %s fills a page, so that nothing else is written there', (_name, header) => {
  expect(encodeHeader(header)).toHaveLength(PAGE_BYTES)
})

test.each(versions)('any flipped bit makes a header copy of %s unreadable', (_name, header, length) => {
  const page = encodeHeader(header)
  for (let bit = 0; bit < length * 8; bit += 1) {
    const bytes = Buffer.from(page)
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(decodeHeader(bytes, 0)).toBeUndefined()
  }
})

test.each(versions)('a header of %s cut short is unreadable', (_name, header, length) => {
  for (const kept of [0, 8, 51, length - 1]) {
    expect(decodeHeader(encodeHeader(header).subarray(0, kept), 0)).toBeUndefined()
  }
})

test('a program of version 1 sees that a file is of a later one', () => {
  // What it looked at: the version, and a checksum over the first 48 bytes.
  const page = Buffer.from(encodeHeader(sealed))
  expect([page.readUInt32LE(8), page.readUInt32LE(48)]).toEqual([2, crc32(page.subarray(0, 48))])
})

test('the id of a recovery key that would not fit is a fault, not a cut id', () => {
  const dataKey = sealed.dataKey && { ...sealed.dataKey, recoveryKeyId: 'x'.repeat(65) }
  expect(() => encodeHeader({ ...sealed, dataKey })).toThrow(RangeError)
})
