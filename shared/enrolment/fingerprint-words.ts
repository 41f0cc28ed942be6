import { wordlist } from '@scure/bip39/wordlists/english.js'
import { must } from '../errors/must.ts'

/** How many words people compare: 66 of the fingerprint's bits. */
export const FINGERPRINT_WORDS = 6
/** The list has 2,048 words. */
const BITS_PER_WORD = 11

/**
 * The first 66 bits of a fingerprint as six English words, for two people to read to each other.
 *
 * Whoever wants to pass for the server needs a key whose fingerprint begins with the same words: 2^66 tries, and nobody who looks at
 * one word only. `fingerprint` is hexadecimal, of 256 bits.
 */
export function fingerprintWords(fingerprint: string): readonly string[] {
  if (!/^[0-9a-f]{64}$/i.test(fingerprint)) throw new TypeError('not a SHA-256 in hexadecimal')
  const bits = Array.from(fingerprint, digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  return Array.from({ length: FINGERPRINT_WORDS }, (_, index) => {
    const place = Number.parseInt(bits.slice(index * BITS_PER_WORD, (index + 1) * BITS_PER_WORD), 2)
    return must(wordlist[place], 'a word for eleven bits')
  })
}
