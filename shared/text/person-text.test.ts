import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTyped, isPersonText, personTextSchema } from './person-text.ts'

test.each([
  ['plain words', 'Mal de dents depuis trois jours.'],
  ['accents, as one character or two', 'é e\u0301'],
  ['other scripts, right to left ones too', 'مرحبا שלום Привет 你好'],
  ['emoji, joined ones and flags', '👨‍👩‍👧 🇧🇪 ❤️'],
  ['line feeds', 'one\ntwo'],
  ['markup, which is only text here', '<script>alert(1)</script>'],
  ['nothing', ''],
])('takes %s', (_name, text) => {
  expect(isPersonText(text)).toBe(true)
  expect(cleanTyped(text)).toBe(text)
})

test.each([
  ['a null', '\u0000'],
  ['an escape, which terminals act on', '\u001B[2J'],
  ['a carriage return', 'a\rb'],
  ['a tab', 'a\tb'],
  ['a control of the second block', '\u0085'],
  ['a high surrogate alone', '\uD83D'],
  ['a low surrogate alone', 'a\uDE00b'],
  ['two surrogates in the wrong order', '\uDE00\uD83D'],
  ['a right-to-left override', 'invoice\u202Efdp.exe'],
  ['an isolate', '\u2066hidden\u2069'],
  ['a directional mark', '\u200F'],
  ['an Arabic letter mark', '\u061C'],
])('refuses %s', (_name, text) => {
  expect(isPersonText(text)).toBe(false)
  expect(isPersonText(cleanTyped(text))).toBe(true)
})

test('keeps a pasted text readable: lines stay lines, a tab becomes a space', () => {
  expect(cleanTyped('a\r\nb\tc\u202E')).toBe('a\nb c')
})

test('cleaning gives what is taken, twice is once, and what was clean stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(0xffff)), (text, units) => {
      const odd = text + String.fromCodePoint(...units)
      const cleaned = cleanTyped(odd)
      expect(isPersonText(cleaned)).toBe(true)
      expect(cleanTyped(cleaned)).toBe(cleaned)
      expect(cleaned === odd).toBe(isPersonText(odd))
    }),
  )
})

test('a text that is taken survives UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      fc.pre(isPersonText(text))
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text)
    }),
  )
})

test('the schema bounds the length in characters and refuses what is not text', () => {
  const schema = personTextSchema(4)
  expect(schema.safeParse('👍👍👍x').success).toBe(true)
  expect(schema.safeParse('👍👍👍xy').success).toBe(false)
  expect(schema.safeParse('abcde').success).toBe(false)
  expect(schema.safeParse('\u202E').success).toBe(false)
  expect(schema.safeParse(4).success).toBe(false)
})
