import * as fc from 'fast-check'
import { crc32 as ofNode } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'

test('it is the checksum everybody has, also in parts', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 400 }), (first, second) => {
      expect(crc32(first)).toBe(ofNode(first))
      expect(crc32(second, crc32(first))).toBe(ofNode(second, ofNode(first)))
    }),
  )
})
