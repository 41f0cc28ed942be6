import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test.each([
  ['sorts keys by UTF-16 units', { b: 1, a: 2, é: 3, A: 4, '10': 5, '9': 6 }, '{"10":5,"9":6,"A":4,"a":2,"b":1,"é":3}'],
  // RFC 8785 §3.2.3: units, not code points, so a surrogate pair sorts before U+FB33.
  [
    'sorts an astral key before a late one of the first plane',
    { '\ufb33': 1, '\u{1f600}': 2 },
    '{"\u{1f600}":2,"\ufb33":1}',
  ],
  ['keeps the order of a list', [3, 1, 2], '[3,1,2]'],
  ['writes no spaces', { a: [1, { b: null }], c: 'x y' }, '{"a":[1,{"b":null}],"c":"x y"}'],
  ['escapes as JSON does', 'a"b\\c\n\u0001', '"a\\"b\\\\c\\n\\u0001"'],
  ['writes scalars', true, 'true'],
])('%s', (_name, value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

/** What Guichet sends: no fractions, no undefined. */
const sent = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5 }),
  ),
})).value

test('reads back as the same value', () => {
  fc.assert(
    fc.property(sent, value => {
      expect(JSON.parse(canonicalJson(value))).toEqual(asJson(value))
    }),
  )
})

test('does not depend on the order keys were set in', () => {
  fc.assert(
    fc.property(sent, value => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
    }),
  )
})

test('differs when a member does', () => {
  fc.assert(
    fc.property(sent, sent, (a, b) => {
      fc.pre(!isDeepStrictEqual(asJson(a), asJson(b)))
      expect(canonicalJson({ member: a })).not.toBe(canonicalJson({ member: b }))
    }),
  )
})

/** The value in plain objects, without a negative zero. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
