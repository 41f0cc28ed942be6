import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../contracts/languages.ts'
import { MEDICAL_TEXT_LIMIT, medicalContentSchema, medicalServiceSchema, sinceWhenSchema } from './medical-content.ts'

/** Letters of several scripts, a line feed, and a character that takes two code units. */
const letter = fc.constantFrom('a', 'é', 'ß', 'ж', 'ن', '水', ' ', '\n', '😣')
const text = fc.string({ unit: letter, maxLength: 200 })
const content = fc.record({
  version: fc.constant(1),
  service: fc.constantFrom(...medicalServiceSchema.options),
  sinceWhen: fc.constantFrom(...sinceWhenSchema.options),
  howBad: fc.integer({ min: 1, max: 5 }),
  text,
  language: fc.constantFrom(...languages),
  writtenAt: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map(at => at.toISOString()),
})

const accepts = (value: unknown) => medicalContentSchema.safeParse(value).success

test('what a person answers comes out as it went in, also after it was written down', () => {
  fc.assert(
    fc.property(content, value => {
      expect(medicalContentSchema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
    }),
  )
})

test('nothing may be left out', () => {
  fc.assert(
    fc.property(content, fc.constantFrom(...Object.keys(medicalContentSchema.shape)), (value, left) => {
      const rest = Object.entries(value).filter(([name]) => name !== left)
      expect(accepts(Object.fromEntries(rest))).toBe(false)
    }),
  )
})

test('nothing may come along: it is refused, not dropped', () => {
  fc.assert(
    fc.property(content, fc.string({ minLength: 1 }), fc.jsonValue(), (value, name, more) => {
      fc.pre(!Object.keys(medicalContentSchema.shape).includes(name) && name !== '__proto__')
      expect(accepts({ ...value, [name]: more })).toBe(false)
    }),
  )
})

test('there are five faces and nothing between or beyond them', () => {
  fc.assert(
    fc.property(content, fc.oneof(fc.integer(), fc.double()), (value, howBad) => {
      expect(accepts({ ...value, howBad })).toBe([1, 2, 3, 4, 5].includes(howBad))
    }),
  )
})

test('a text is as long as the limit at most, whatever script it is written in', () => {
  const around = fc.integer({ min: MEDICAL_TEXT_LIMIT - 2, max: MEDICAL_TEXT_LIMIT + 2 })
  fc.assert(
    fc.property(content, letter, around, (value, character, length) => {
      expect(accepts({ ...value, text: character.repeat(length) })).toBe(length <= MEDICAL_TEXT_LIMIT)
    }),
  )
})

test('one character that is not text spoils it, wherever it stands', () => {
  const unreadable = fc.constantFrom('\u0000', '\u001B', '\u009F', '\u200E', '\u202E', '\u2066', '\uD800')
  fc.assert(
    fc.property(content, text, unreadable, text, (value, before, character, after) => {
      expect(accepts({ ...value, text: `${before}${character}${after}` })).toBe(false)
    }),
  )
})
