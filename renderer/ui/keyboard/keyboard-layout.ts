import type { Language } from '#shared/contracts/language.ts'
import english from 'simple-keyboard-layouts/build/layouts/english.js'
import french from 'simple-keyboard-layouts/build/layouts/french.js'
import german from 'simple-keyboard-layouts/build/layouts/german.js'

/** Three pages, as on a telephone: ten keys to a row at most stay large enough for a cold finger. */
export type KeyboardPage = 'letters' | 'symbols' | 'accents'
export type KeyRows = readonly (readonly string[])[]

const published = { fr: french, nl: french, de: german, en: english } as const satisfies Record<Language, unknown>

const symbols: KeyRows = [
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
  ['-', '/', ':', ';', '(', ')', '€', '&', '@', '"'],
  ['.', ',', '?', '!', "'", '+', '=', '%', '*', '#'],
]

/** Letters of the languages spoken in Belgian prisons that the main page lacks. */
const accents: KeyRows = [
  ['à', 'â', 'ä', 'á', 'ă', 'ã', 'å', 'æ', 'ą', 'ç', 'ć'],
  ['é', 'è', 'ê', 'ë', 'ę', 'ğ', 'î', 'ï', 'í', 'ı', 'ł'],
  ['ñ', 'ń', 'ô', 'ö', 'ó', 'õ', 'ø', 'œ', 'ß', 'š', 'ş'],
  ['ș', 'ț', 'ù', 'û', 'ü', 'ú', 'ÿ', 'ý', 'ž', 'ź', 'ż'],
]

/** The keys of a page: AZERTY in French and Dutch (Belgium), QWERTZ in German, QWERTY in English. */
export function keyRows(language: Language, page: KeyboardPage): KeyRows {
  if (page === 'symbols') return symbols
  if (page === 'accents') return accents
  // Of a published layout the three rows of letters are kept; its signs have their own page here.
  return published[language].layout['default']?.slice(1, 4).map(lettersOf) ?? []
}

function lettersOf(row: string): readonly string[] {
  return row.split(' ').filter(key => /^\p{L}$/u.test(key))
}
