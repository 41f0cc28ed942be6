import { describe, expect, test } from 'vitest'
import { denyReasons } from '#shared/policy/deny-reasons.ts'
import { mustParse, samplePolicy } from '#shared/policy/testing/sample-policy.ts'
import { explainCode, isRefusalCode } from './explain-code.ts'
import { explainRequest } from './explain-request.ts'
import { reasonWords } from './reason-words.ts'

const policy = mustParse(samplePolicy)
const jobs = 'https://www.jobs.example'
const search = { url: `${jobs}/api/search`, method: 'POST', type: 'xhr', contentType: 'application/json' }

test('names the rule that allows a request, and what it counts', () => {
  expect(explainRequest(policy, { url: `${jobs}/list?q=baker&sort=date` }, '2026-03-01')).toEqual({
    effect: 'allow',
    siteId: 'jobs',
    ruleId: 'jobs-list',
    freeText: false,
    carried: { query: 6, path: 0 },
  })
})

describe('says what to add for', () => {
  test.each([
    ['a host', { url: 'https://new.example/' }, 'host-not-listed', 'list "new.example" in "hosts"'],
    ['a scheme', { url: 'http://www.jobs.example/offers' }, 'scheme-not-listed', 'Add "http" to "schemes"'],
    ['a port', { url: `${jobs}:8443/offers` }, 'port-not-listed', 'Add 8443 to "ports"'],
    [
      'a type',
      { url: 'https://a.jobs.example/x', type: 'xhr' },
      'type-not-listed',
      'Add "xhr" to "types" of rule jobs-assets',
    ],
    ['a path', { url: `${jobs}/about/us` }, 'path-not-listed', 'Add "/about/us" to "paths"'],
    [
      'a reading method',
      { url: `${jobs}/offers`, method: 'OPTIONS' },
      'method-not-listed',
      'Add "OPTIONS" to "methods" of rule jobs-pages',
    ],
    [
      'a write',
      { ...search, url: `${jobs}/offers`, body: '{"q":"x"}', type: 'mainFrame' },
      'method-not-listed',
      '"methods":["POST"],"contentTypes":["application/json"],"fields":["q"]',
    ],
    ['a parameter', { url: `${jobs}/list?to=x` }, 'query-not-listed', 'Add ["to"] to "query" of rule jobs-list'],
    [
      'a value',
      { url: `${jobs}/list?page=501` },
      'query-not-listed',
      'The value of page is not as rule jobs-list says',
    ],
    ['a name twice', { url: `${jobs}/list?page=1&page=2` }, 'query-not-listed', 'page occurs twice'],
    [
      'a field',
      { ...search, body: '{"query":"a","to":"b"}' },
      'field-not-listed',
      'Add ["to"] to "fields" of rule jobs-search',
    ],
    [
      'a larger body',
      { ...search, body: `{"query":"${'a'.repeat(70)}"}` },
      'body-too-large',
      'Raise "maxBodyBytes" of rule jobs-search to 82',
    ],
    [
      'a sentence',
      { ...search, body: '{"query":"is it? yes!"}' },
      'free-text-not-granted',
      'Set "freeText": true in rule jobs-search',
    ],
    [
      'a content type',
      { ...search, contentType: 'text/plain', body: '{}' },
      'content-type-not-listed',
      'Nothing grants a body of this type',
    ],
  ])('%s', (_name, request, reason, todo) => {
    const explanation = explainRequest(policy, request, '2026-03-01')
    expect(explanation).toMatchObject({ effect: 'deny', reason, todo: expect.stringContaining(todo) as string })
  })
})

test('says of what nothing grants that nothing does', () => {
  const explanation = explainRequest(policy, { url: `${jobs}/list?q=jan%40mail.be` }, '2026-03-01')
  expect(explanation).toMatchObject({ code: 'W-1-36', ruleId: 'jobs-list', todo: reasonWords['contact-details'].todo })
})

test('has words for every reason, and finds each by the code a terminal shows', () => {
  for (const [reason, number] of Object.entries(denyReasons)) {
    const explanation = explainCode(`W-2-${number}`, policy)
    expect(explanation).toMatchObject({ reason, siteId: 'library', code: `W-2-${number}` })
    expect(explanation?.means).toMatch(/\.$/)
    expect(explanation?.todo).toMatch(/\.$/)
  }
})

test.each([
  ['w-2-18', true],
  ['W-0-1', true],
  ['W-2', false],
  ['https://a.example/W-2-18', false],
])('%s is a code: %s', (text, expected) => {
  expect(isRefusalCode(text)).toBe(expected)
})

test('a code of a site or a reason that is not there says so', () => {
  expect(explainCode('W-9-18', policy)).not.toHaveProperty('siteId')
  expect(explainCode('W-1-18', undefined)).not.toHaveProperty('siteId')
  expect(explainCode('W-1-999', policy)).toBeUndefined()
})
