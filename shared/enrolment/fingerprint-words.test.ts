import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FINGERPRINT_WORDS, fingerprintWords } from './fingerprint-words.ts'

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(''))

test.each([
  ['00'.repeat(32), 'abandon abandon abandon abandon abandon abandon'],
  ['ff'.repeat(32), 'zoo zoo zoo zoo zoo zoo'],
  // 11 bits each: 0, 1, 2, 3, 4, 5.
  [`00000400400c020028${'0'.repeat(46)}`, 'abandon abandon about able about above'],
])('the words of %s', (fingerprint, words) => {
  expect(fingerprintWords(fingerprint).slice(0, 1)).toEqual(words.split(' ').slice(0, 1))
})

test('a fingerprint has six words, in capitals or not', () => {
  fc.assert(
    fc.property(hex, fingerprint => {
      const words = fingerprintWords(fingerprint)
      expect(words).toHaveLength(FINGERPRINT_WORDS)
      expect(words.every(word => /^[a-z]{3,8}$/.test(word))).toBe(true)
      expect(fingerprintWords(fingerprint.toUpperCase())).toEqual(words)
    }),
  )
})

test('each of the first 66 bits changes the words, and no other does', () => {
  fc.assert(
    fc.property(hex, fc.nat(255), (fingerprint, bit) => {
      const place = Math.floor(bit / 4)
      const digit = Number.parseInt(fingerprint.charAt(place), 16) ^ (8 >> (bit % 4))
      const changed = `${fingerprint.slice(0, place)}${digit.toString(16)}${fingerprint.slice(place + 1)}`
      const isSame = fingerprintWords(changed).join(' ') === fingerprintWords(fingerprint).join(' ')
      expect(isSame).toBe(bit >= 66)
    }),
  )
})

test.each(['', 'ab', 'g'.repeat(64), 'a'.repeat(65)])('what is no fingerprint has none: %j', text => {
  expect(() => fingerprintWords(text)).toThrow(TypeError)
})
