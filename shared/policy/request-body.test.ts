import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readContentType } from './content-type.ts'
import { repeatedKey } from './repeated-key.ts'
import { byteLength, readBody } from './request-body.ts'

const json = 'application/json'
const urlencoded = 'application/x-www-form-urlencoded'

/** The fields of a body in one line, or `undefined` where it cannot be read. */
function inWords(contentType: string, body: string): string | undefined {
  const form = readContentType(contentType)
  if (form === undefined) throw new Error(`no body type: ${contentType}`)
  return readBody(form, body)
    ?.map(({ name, value }) => `${name}=${value}`)
    .join(' ')
}

test.each([
  [json, '{"query":"baker","page":2,"exact":true,"place":null}', 'query=baker page=2 exact=true place=null'],
  [json, '{}', ''],
  [json, '{"filter":{"city":"Gent","near":{"km":5}}}', 'filter.city=Gent filter.near.km=5'],
  [json, '{"tags":["a","b"]}', 'tags[]=a tags[]=b'],
  [json, '{"items":[{"id":1},{"id":2}]}', 'items[].id=1 items[].id=2'],
  [json, '{"grid":[[1],[2]]}', 'grid[][]=1 grid[][]=2'],
  [json, '{"hello":{},"tags":[]}', 'hello= tags[]='],
  [urlencoded, 'query=baker+shop&page=2', 'query=baker shop page=2'],
  [urlencoded, 'filter.city=Gent&filter[near]=5', 'filter.city=Gent filter[near]=5'],
  [urlencoded, 'tags[]=a&tags%5B%5D=b', 'tags[]=a tags[]=b'],
  [urlencoded, '', ''],
  [urlencoded, 'm=line+1%0D%0Aline+2', 'm=line 1\r\nline 2'],
] as const)('reads %s %s', (type, body, expected) => {
  expect(inWords(type, body)).toBe(expected)
})

test.each([
  ['nothing', json, ''],
  ['a broken text', json, '{"a":'],
  ['a byte order mark', json, '\uFEFF{}'],
  ['a list', json, '["a"]'],
  ['a bare word', json, '"a"'],
  ['null', json, 'null'],
  ['a key twice', json, '{"query":"a","query":"b"}'],
  ['a key twice, once escaped', json, '{"query":"a","\\u0071uery":"b"}'],
  ['a key twice, nested', json, '{"f":{"a":1,"a":2}}'],
  ['a key that looks like a path', json, '{"filter.city":"Gent"}'],
  ['a key that looks like a list', json, '{"tags[]":"a"}'],
  ['an empty key', json, '{"":"a"}'],
  ['a NUL', json, '{"query":"a\\u0000"}'],
  ['a line break in a key', json, '{"a\\nb":1}'],
  ['half a character', json, '{"query":"\\ud800"}'],
  ['more depth than any form has', json, `${'{"a":'.repeat(10)}1${'}'.repeat(10)}`],
  ['a field twice', urlencoded, 'a=1&a=2'],
  ['a field twice, once encoded', urlencoded, 'a=1&%61=2'],
  ['a field beside the list of its name', urlencoded, 'a=1&a[]=2'],
  ['a semicolon', urlencoded, 'a=1;to=2'],
  ['bytes that are no text', urlencoded, 'a=%ff'],
] as const)('cannot read %s', (_name, type, body) => {
  expect(inWords(type, body)).toBeUndefined()
})

test('reads a body nested a hundred thousand deep as unreadable, not as a failure', () => {
  const deep = 100_000
  expect(inWords(json, `{"a":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toBeUndefined()
})

test('every leaf of a JSON body is seen under its path, and nothing else', () => {
  const key = fc.stringMatching(/^[a-z]{1,5}$/)
  const tree = fc.letrec(tie => ({
    node: fc.oneof({ maxDepth: 4 }, fc.stringMatching(/^[a-z ]*$/), fc.nat(), fc.boolean(), tie('list'), tie('record')),
    list: fc.array(tie('node'), { maxLength: 3 }),
    record: fc.dictionary(key, tie('node'), { maxKeys: 3 }),
  })).record
  fc.assert(
    fc.property(tree, body => {
      const words = JSON.stringify(body).match(/[a-z0-9][a-z0-9 ]*/g) ?? []
      const seen = inWords(json, JSON.stringify(body)) ?? ''
      for (const word of words) expect(seen).toContain(word)
    }),
  )
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
