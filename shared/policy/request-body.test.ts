import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatedKey } from './repeated-key.ts'
import { bodyTypeOf, byteLength, readBody } from './request-body.ts'

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON; charset=UTF-8', 'application/json'],
  ['application/x-www-form-urlencoded;charset="utf-8"', 'application/x-www-form-urlencoded'],
  ['application/json; charset=utf-16', undefined],
  ['application/json; boundary=x', undefined],
  ['application/json, text/plain', undefined],
  ['text/plain', undefined],
  ['multipart/form-data; boundary=x', undefined],
  ['', undefined],
  [undefined, undefined],
])('the type of %s is %s', (contentType, expected) => {
  expect(bodyTypeOf(contentType)).toBe(expected)
})

test.each([
  [
    'application/json',
    '{"query":"baker","page":2,"exact":true,"place":null}',
    'query=baker page=2 exact=true place=null',
  ],
  ['application/json', '{}', ''],
  ['application/x-www-form-urlencoded', 'query=baker+shop&page=2', 'query=baker shop page=2'],
  ['application/x-www-form-urlencoded', '', ''],
  ['application/x-www-form-urlencoded', 'm=line+1%0D%0Aline+2', 'm=line 1\r\nline 2'],
] as const)('reads %s %s', (type, body, expected) => {
  expect(
    readBody(type, body)
      ?.map(({ name, value }) => `${name}=${value}`)
      .join(' '),
  ).toBe(expected)
})

test.each([
  ['nothing', 'application/json', ''],
  ['a broken text', 'application/json', '{"a":'],
  ['a byte order mark', 'application/json', '\uFEFF{}'],
  ['a list', 'application/json', '["a"]'],
  ['a bare word', 'application/json', '"a"'],
  ['null', 'application/json', 'null'],
  ['an object inside', 'application/json', '{"query":{"to":"x"}}'],
  ['a list inside', 'application/json', '{"query":["x"]}'],
  ['a key twice', 'application/json', '{"query":"a","query":"b"}'],
  ['a key twice, once escaped', 'application/json', '{"query":"a","\\u0071uery":"b"}'],
  ['a NUL', 'application/json', '{"query":"a\\u0000"}'],
  ['half a character', 'application/json', '{"query":"\\ud800"}'],
  ['a field twice', 'application/x-www-form-urlencoded', 'a=1&a=2'],
  ['a field twice, once encoded', 'application/x-www-form-urlencoded', 'a=1&%61=2'],
  ['a semicolon', 'application/x-www-form-urlencoded', 'a=1;to=2'],
  ['bytes that are no text', 'application/x-www-form-urlencoded', 'a=%ff'],
] as const)('cannot read %s', (_name, type, body) => {
  expect(readBody(type, body)).toBeUndefined()
})

test('counts bytes as they travel', () => {
  expect(byteLength('é€😀')).toBe(9)
})

test.each([
  ['{"a":1,"b":{"a":2}}', undefined],
  ['[{"a":1},{"a":1}]', undefined],
  ['{"a":"a","b":"\\"a\\":"}', undefined],
  ['{"a":1,"b":{},"a":2}', 'a'],
  ['{"x":[{"b":1,"b" : 2}]}', 'b'],
  ['{"\\"":1,"\\"":2}', '"'],
])('the repeated key of %s is %s', (text, expected) => {
  expect(repeatedKey(text)).toBe(expected)
})

test('no text that JSON.stringify writes repeats a key', () => {
  fc.assert(
    fc.property(fc.json(), text => {
      expect(repeatedKey(JSON.stringify(JSON.parse(text)))).toBeUndefined()
    }),
  )
})
