import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriedBy } from './carried-by.ts'
import { compilePolicy } from './compile-policy.ts'
import { evaluateRequest } from './evaluate-request.ts'
import type { PolicyRequest } from './policy-request.ts'
import { anyPolicy, anyRequest } from './testing/arbitrary-policy.ts'
import { mustParse } from './testing/sample-policy.ts'

const grant = { methods: ['POST'], contentTypes: ['application/json'], fields: ['q', 'tags[]'], maxBodyBytes: 200 }
const policy = compilePolicy(
  mustParse({
    version: 1,
    sites: [
      {
        id: 'jobs',
        name: { fr: 'Emplois' },
        start: 'https://jobs.example/',
        rules: [
          { id: 'fixed', hosts: ['jobs.example'], paths: ['/about/us'], query: 'none' },
          { id: 'open', hosts: ['jobs.example'], paths: ['/open'] },
          { id: 'offer', hosts: ['jobs.example'], paths: ['/offers/*/print', '/offers/**'], query: 'none' },
          { id: 'file', hosts: ['jobs.example'], paths: ['/files/job-*.html'], query: 'none' },
          { id: 'assets', hosts: ['*.jobs.example'], paths: ['/a.css'], query: 'none' },
          {
            id: 'list',
            hosts: ['jobs.example'],
            paths: ['/list'],
            query: {
              q: { type: 'text' },
              page: { type: 'int' },
              sort: { type: 'slug', values: ['date', 'place'] },
              't[]': { type: 'slug' },
            },
          },
          { id: 'search', hosts: ['jobs.example'], paths: ['/search'], query: 'none', ...grant },
        ],
      },
    ],
  }),
)

const post = { method: 'POST', contentType: 'application/json' }

function carried(request: PolicyRequest): readonly [number, number] {
  const decision = evaluateRequest(policy, request)
  if (decision.effect === 'deny') throw new Error(decision.reason)
  const { query, path } = carriedBy(policy, decision, request)
  return [query, path]
}

test.each<[string, string, number, number]>([
  ['an address that is spelled out', '/about/us', 0, 0],
  ['the same, with one letter encoded', '/about/%75s', 0, 2],
  ['an open query', '/open?ab=cde', 5, 0],
  ['an open query with letters encoded', '/open?ab=%63de', 7, 0],
  ['an open query with a name alone', '/open?abc', 3, 0],
  ['letters beyond ASCII', '/open?q=caf%C3%A9', 5, 0],
  ['a listed text', '/list?q=baker+gent', 10, 0],
  ['an empty listed text', '/list?q=', 1, 0],
  ['a number', '/list?page=12', 2, 0],
  ['a value out of a list', '/list?sort=place', 1, 0],
  ['a list', '/list?t[]=ab&t[]=c', 3, 0],
  ['all of these', '/list?q=ab&page=3&sort=date', 4, 0],
  ['one segment', '/offers/123/print', 0, 3],
  ['any path', '/offers/ab/cd', 0, 6],
  ['nothing where anything could be', '/offers', 0, 0],
  ['part of a segment', '/files/job-12.html', 0, 2],
])('%s', (_name, path, query, rest) => {
  expect(carried({ url: `https://jobs.example${path}` })).toEqual([query, rest])
})

test.each<[string, PolicyRequest, number, number]>([
  ['a host below a wildcard', { url: 'https://ab.cd.jobs.example/a.css' }, 0, 5],
  ['a field', { url: 'https://jobs.example/search', ...post, body: '{"q":"baker"}' }, 5, 0],
  ['a list of fields', { url: 'https://jobs.example/search', ...post, body: '{"q":"","tags":["a","bc"]}' }, 4, 0],
  ['a body that is only announced', { url: 'https://jobs.example/search', ...post, bodyBytes: 150 }, 150, 0],
])('%s', (_name, request, query, rest) => {
  expect(carried(request)).toEqual([query, rest])
})

test('what its rule does not grant is more than any budget', () => {
  const grantOf = (ruleId: string) => ({ effect: 'allow', siteId: 'jobs', ruleId }) as const
  const request = { url: 'https://jobs.example/open' }
  expect(carriedBy(policy, grantOf('gone'), request).query).toBe(Infinity)
  expect(carriedBy(policy, grantOf('fixed'), request).path).toBe(Infinity)
  expect(carriedBy(policy, grantOf('open'), { url: 'https://' }).query).toBe(Infinity)
})

test('what is granted carries a number of characters, never less than none nor more than it is long', () => {
  let granted = 0
  fc.assert(
    fc.property(anyPolicy, anyRequest, (any, request) => {
      const compiled = compilePolicy(any)
      const decision = evaluateRequest(compiled, request, { today: '2026-06-30' })
      fc.pre(decision.effect === 'allow')
      granted += 1
      const { query, path } = carriedBy(compiled, decision, request)
      expect(Number.isInteger(query) && Number.isInteger(path)).toBe(true)
      expect(Math.min(query, path)).toBeGreaterThanOrEqual(0)
      const given = new URL(request.url).href.length + (request.body ?? '').length
      expect(query + path).toBeLessThanOrEqual(given)
    }),
    { numRuns: 500 },
  )
  expect(granted).toBe(500)
})

test('a rule without a wildcard, a query and a body carries nothing, wherever it leads', () => {
  const segment = fc.stringMatching(/^[a-zA-Z0-9é_-]{1,8}$/)
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), segments => {
      const path = `/${segments.join('/')}`
      const rule = { id: 'one', hosts: ['a.example'], paths: [path], query: 'none' }
      const site = { id: 'a', name: { fr: 'a' }, start: 'https://a.example/', rules: [rule] }
      const compiled = compilePolicy(mustParse({ version: 1, sites: [site] }))
      const request = { url: `https://a.example${path}` }
      const decision = evaluateRequest(compiled, request)
      expect(decision.effect === 'allow' && carriedBy(compiled, decision, request)).toEqual({ query: 0, path: 0 })
    }),
  )
})

test('a longer value never carries less', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), fc.stringMatching(/^[a-z ]{0,10}$/), (text, more) => {
      const at = (value: string) => carried({ url: `https://jobs.example/list?q=${encodeURIComponent(value)}` })[0]
      expect(at(text + more)).toBeGreaterThanOrEqual(at(text))
    }),
  )
})
