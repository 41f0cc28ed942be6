import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHeader, encodeHeader, FORMAT_VERSION, PAGE_BYTES } from './file-header.ts'

const header = {
  version: FORMAT_VERSION,
  fileId: Buffer.from('a-random'),
  generation: 12,
  nextSeq: 40_000,
  copied: 17,
  capacityBytes: 8_388_608,
}

test('a header reads back as it was written', () => {
  const max = 2 ** 48 - 1
  fc.assert(
    fc.property(fc.nat(max), fc.nat(max), fc.nat(max), (generation, nextSeq, capacityBytes) => {
      const written = { ...header, generation, nextSeq, capacityBytes }
      expect(decodeHeader(encodeHeader(written), 0)).toEqual(written)
    }),
  )
})

test('a header fills a page, so that nothing else is written there', () => {
  expect(encodeHeader(header)).toHaveLength(PAGE_BYTES)
})

test('any flipped bit makes a header copy unreadable', () => {
  const page = encodeHeader(header)
  for (let bit = 0; bit < 52 * 8; bit += 1) {
    const bytes = Buffer.from(page)
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(decodeHeader(bytes, 0)).toBeUndefined()
  }
})

test.each([0, 8, 51])('a header cut to %i bytes is unreadable', length => {
  expect(decodeHeader(encodeHeader(header).subarray(0, length), 0)).toBeUndefined()
})
