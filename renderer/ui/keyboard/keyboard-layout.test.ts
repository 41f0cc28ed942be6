import { languages } from '#shared/contracts/language.ts'
import { describe, expect, test } from 'vitest'
import { keyRows } from './keyboard-layout.ts'

test.each([
  ['fr', 'azertyuiop'],
  ['nl', 'azertyuiop'],
  ['de', 'qwertzuiopü'],
  ['en', 'qwertyuiop'],
] as const)('the first row in %s is %s', (language, row) => {
  expect(keyRows(language, 'letters')[0]?.join('')).toBe(row)
})

describe.each(languages)('in %s', language => {
  test('every letter from a to z has its key', () => {
    const keys = new Set(keyRows(language, 'letters').flat())
    expect(Array.from('abcdefghijklmnopqrstuvwxyz').filter(letter => !keys.has(letter))).toEqual([])
  })

  test.each(['letters', 'symbols', 'accents'] as const)('no key stands twice among the %s', page => {
    const keys = keyRows(language, page).flat()
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('the accents of the four languages and the signs of money and addresses are there', () => {
  const accents = new Set(keyRows('fr', 'accents').flat())
  const symbols = new Set(keyRows('fr', 'symbols').flat())
  expect(Array.from('éèêëàâçîïôùûüöäßœ').filter(letter => !accents.has(letter))).toEqual([])
  expect(Array.from('€@?!-0123456789').filter(sign => !symbols.has(sign))).toEqual([])
})
