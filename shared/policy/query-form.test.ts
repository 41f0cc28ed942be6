import { expect, test } from 'vitest'
import { parseNamedValues } from './named-values.ts'
import { fitsQueryForm, fitsValueForm, isTerm, type ValueForm } from './query-form.ts'

test.each<[ValueForm, string, boolean]>([
  [{ type: 'int', max: 500 }, '0', true],
  [{ type: 'int', max: 500 }, '500', true],
  [{ type: 'int', max: 500 }, '501', false],
  [{ type: 'int', max: 500 }, '736563726574736563726574', false],
  [{ type: 'int' }, '007', false],
  [{ type: 'int' }, '-1', false],
  [{ type: 'int' }, '1e3', false],
  [{ type: 'int' }, '', false],
  [{ type: 'int' }, '１', false],
  [{ type: 'slug', max: 10 }, 'sint-truiden', false],
  [{ type: 'slug', max: 12 }, 'sint-truiden', true],
  [{ type: 'slug' }, 'a--b', false],
  [{ type: 'slug' }, '', false],
  [{ type: 'text', max: 40 }, 'garçon de café', true],
  [{ type: 'text', max: 40 }, 'طباخ', true],
  [{ type: 'text', max: 40 }, '', true],
  [{ type: 'text', max: 3 }, 'a😀b', false],
  [{ type: 'text', max: 40 }, 'someone@mail.example', false],
  [{ type: 'text', max: 40 }, 'https://evil.example', false],
  [{ type: 'text', max: 80 }, 'VGhpcyBpcyBhIHNlY3JldA==', false],
  [{ type: 'text' }, 'a'.repeat(81), false],
  [{ type: 'text' }, 'a\nb', false],
  [{ type: 'text', values: ['date', 'place'] }, 'place', true],
  [{ type: 'text', values: ['date', 'place'] }, 'Place', false],
])('%j takes %j: %s', (form, value, expected) => {
  expect(fitsValueForm(form, value)).toBe(expected)
})

test.each<[string, boolean]>([
  ['What does a baker earn?', true],
  ['(m/f/x): 100% "welder"', true],
  ['a'.repeat(200), true],
  ['a'.repeat(201), false],
])('a free text takes %s: %s', (value, expected) => {
  expect(fitsValueForm({ type: 'text', max: 200 }, value, true)).toBe(expected)
  expect(fitsValueForm({ type: 'slug', max: 10 }, value, true)).toBe(false)
})

test.each<[string, boolean]>([
  ['lasser gent', true],
  ['garçon de café', true],
  ['', true],
  ['1', true],
  ['-1.5', true],
  ['1e+21', true],
  ['true', true],
  ['null', true],
  ['some_slug', true],
  ['2026-03-01', true],
  ['9000 Gent, Sint-Amandsberg', true],
  ['3f2504e0-4f89-11d3-9a0c-0305e82c3301', true],
  ['a'.repeat(80), true],
  ['é'.repeat(80), true],
  ['a'.repeat(81), false],
  ['Dear editor: please print this.', false],
  ['two\nlines', false],
  ['VGhpcyBpcyBhIHNlY3JldA==', false],
  ['a/b', false],
])('%j is a term: %s', (value, expected) => {
  expect(isTerm(value)).toBe(expected)
})

const listed = new Map<string, ValueForm | undefined>([
  ['q', undefined],
  ['page', { type: 'int', max: 9 }],
])

test.each([
  ['', true],
  ['q=any+thing%21&page=3', true],
  ['page=3&q=x', true],
  ['q', true],
  ['q=1&q=2', false],
  ['q=1&%71=2', false],
  ['q=1&note=hello', false],
  ['q[]=1', false],
  ['page=3;to=x', false],
  ['q=3;to=x', false],
  ['Q=1', false],
  ['page=33', false],
])('a rule that names its parameters takes ?%s: %s', (query, expected) => {
  expect(fitsQueryForm(listed, { address: { query }, query: parseNamedValues(query) ?? [] })).toBe(expected)
})

test.each([
  ['q[]=1&q[]=2', true],
  ['q[]=1&q%5B%5D=2', true],
  ['q[]=1&q=2', false],
  ['q[0]=1', false],
])('a rule that names a list takes ?%s: %s', (query, expected) => {
  const form = new Map([
    ['q[]', undefined],
    ['q', undefined],
  ])
  expect(fitsQueryForm(form, { address: { query }, query: parseNamedValues(query) ?? [] })).toBe(expected)
})

test('a rule that names no parameters takes none', () => {
  expect(fitsQueryForm(new Map(), { address: { query: '' }, query: [] })).toBe(true)
  expect(fitsQueryForm(new Map(), { address: { query: 'a' }, query: [{ name: 'a', value: '' }] })).toBe(false)
})

test.each([
  ['a=1&b=2&a=3', 'a:1 b:2 a:3'],
  ['a=b=c', 'a:b=c'],
  ['&&a&', 'a:'],
  ['a=x+y%20z', 'a:x y z'],
  ['=x', ':x'],
  ['a=1%0D%0A2', 'a:1\r\n2'],
])('reads %s', (text, expected) => {
  expect(
    parseNamedValues(text)
      ?.map(({ name, value }) => `${name}:${value}`)
      .join(' '),
  ).toBe(expected)
})

test.each(['a=%', 'a=%zz', 'a=%ff', 'a=%00', 'a=%0d', 'a%0a=1', 'a=%e2%80%ae', 'a=%c2%85'])('cannot read %s', text => {
  expect(parseNamedValues(text)).toBeUndefined()
})
