import { describe, expect, test } from 'vitest'
import { evaluateRequest } from './evaluate-request.ts'
import type { PolicyRequest } from './policy-request.ts'
import { compiledSample } from './testing/sample-policy.ts'

const policy = compiledSample()
const today = '2026-03-01'
const jobs = 'https://www.jobs.example'
const search = { url: `${jobs}/api/search`, method: 'POST', type: 'xhr', contentType: 'application/json' }
const urlencoded = 'application/x-www-form-urlencoded'
const parts = 'multipart/form-data; boundary=x'
const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\na\r\n--x--\r\n`

/** The decision in one word: the rule that grants it, or the reason why not. */
function verdict(request: PolicyRequest): string {
  const decision = evaluateRequest(policy, request, { today })
  return decision.effect === 'allow' ? decision.ruleId : decision.reason
}

describe('a write', () => {
  test.each([
    ['of listed fields', { body: '{"query":"baker","page":2}' }, 'jobs-search'],
    ['of fewer fields', { body: '{}' }, 'jobs-search'],
    [
      'in the other listed type',
      { contentType: 'application/x-www-form-urlencoded', body: 'query=baker' },
      'jobs-search',
    ],
    ['with a charset', { contentType: 'application/json; charset=utf-8', body: '{}' }, 'jobs-search'],
    ['of a field more', { body: '{"query":"a","to":"b"}' }, 'field-not-listed'],
    ['of a field twice', { body: '{"query":"a","query":"b"}' }, 'body-unreadable'],
    ['of something nested that is not listed', { body: '{"query":{"to":"b"}}' }, 'field-not-listed'],
    ['of a list where one value is listed', { body: '{"query":["a","b"]}' }, 'field-not-listed'],
    ['of nothing under a key of its own', { body: '{"see-you-at-five":{}}' }, 'field-not-listed'],
    ['of a key that looks like a path', { body: '{"query.to":"b"}' }, 'body-unreadable'],
    ['of a method inside another field', { body: '{"query":{"_method":"DELETE"}}' }, 'method-override'],
    ['that is announced and not seen', { bodyBytes: 20 }, 'jobs-search'],
    ['that is announced too large', { bodyBytes: 65 }, 'body-too-large'],
    ['that is announced in another type', { bodyBytes: 20, contentType: 'text/plain' }, 'content-type-not-listed'],
    ['that is announced in another size', { body: '{"page":1}', bodyBytes: 2 }, 'body-unreadable'],
    ['of a field that changes the method', { body: '{"_method":"DELETE"}' }, 'method-override'],
    ['that is too large', { body: `{"query":"${'a'.repeat(60)}"}` }, 'body-too-large'],
    ['that is too large only as bytes', { body: `{"query":"${'é'.repeat(30)}"}` }, 'body-too-large'],
    ['that is far too large', { body: `{"query":"${'a'.repeat(100_000)}"}` }, 'body-too-large'],
    ['that cannot be seen', {}, 'body-unseen'],
    ['of another type', { contentType: 'text/plain', body: '{}' }, 'content-type-not-listed'],
    ['of several parts', { contentType: 'multipart/form-data; boundary=x', body: '--x' }, 'content-type-not-listed'],
    ['of no type', { contentType: '', body: '{}' }, 'content-type-not-listed'],
    ['in another method', { method: 'PUT', body: '{}' }, 'method-not-listed'],
    ['to a path beside', { url: `${jobs}/api/search/`, body: '{}' }, 'path-not-listed'],
    ['to a page that may be read', { url: `${jobs}/offers/1`, body: '{}' }, 'method-not-listed'],
  ])('%s', (_name, change, expected) => {
    expect(verdict({ ...search, ...change })).toBe(expected)
  })

  test.each([
    ['a listed path', { body: '{"filter":{"city":"Gent"}}' }, 'form'],
    ['a path beside', { body: '{"filter":{"street":"Gent"}}' }, 'field-not-listed'],
    ['a listed list', { body: '{"tags":["a","b"]}' }, 'form'],
    ['a listed list, repeated', { contentType: urlencoded, body: 'tags[]=a&tags[]=b' }, 'form'],
    ['a name repeated', { contentType: urlencoded, body: 'q=a&q=b' }, 'body-unreadable'],
    ['a name repeated as a list', { contentType: urlencoded, body: 'q[]=a&q[]=b' }, 'field-not-listed'],
    ['a listed part', { contentType: parts, body: part('q') }, 'form'],
    ['a part beside', { contentType: parts, body: part('to') }, 'field-not-listed'],
    ['a part with a file', { contentType: parts, body: part('q"; filename="a') }, 'body-unreadable'],
    ['a part that changes the method', { contentType: parts, body: part('_method') }, 'method-override'],
    ['a part named as a header', { contentType: parts, body: part('X-HTTP-Method-Override') }, 'method-override'],
    ['parts under another boundary', { contentType: `${parts}y`, body: part('q') }, 'body-unreadable'],
  ])('of %s, where paths, lists and parts are granted', (_name, change, expected) => {
    expect(verdict({ ...search, url: 'https://library.example/form', ...change })).toBe(expected)
  })

  test('is not granted as a reading', () => {
    expect(verdict({ url: search.url })).toBe('method-not-listed')
  })

  test('does not hide in the body of a reading', () => {
    expect(verdict({ url: `${jobs}/offers`, bodyBytes: 1 })).toBe('body-not-granted')
    expect(verdict({ url: `${jobs}/offers`, bodyBytes: 0 })).toBe('jobs-pages')
    expect(verdict({ url: `${jobs}/offers`, body: 'x' })).toBe('body-not-granted')
    expect(verdict({ url: `${jobs}/offers`, body: '' })).toBe('jobs-pages')
  })
})
