import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePolicy } from '#shared/policy/compile-policy.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import { parseWebPolicy } from '#shared/policy/web-policy.ts'
import { learnRules, type Proposal } from './learn-rules.ts'
import { readTraffic, type RecordedRequest } from './read-traffic.ts'

const jobs = 'https://www.jobs.example'
const page = (path: string): RecordedRequest => ({ url: `${jobs}${path}`, type: 'mainFrame' })
const part = (path: string, type: string): RecordedRequest => ({ url: `${jobs}${path}`, type, initiator: jobs })
const post = (body: string): RecordedRequest => ({
  url: `${jobs}/api/search`,
  method: 'POST',
  type: 'xhr',
  contentType: 'application/json',
  body,
})

/** The rules in short: id, hosts, paths, query, types. */
function inShort({ policy }: Proposal): readonly unknown[] {
  const rules = policy?.sites[0]?.rules ?? []
  return rules.map(({ id, hosts, paths, query, types }) => [id, hosts.join(), paths?.join(), query, types?.join()])
}

describe('proposes', () => {
  test('the pages that were read and what they are made of, and nothing beside', () => {
    const visit = [
      page('/offers'),
      page('/offers/1'),
      part('/a/main.css', 'stylesheet'),
      part('/a/logo.png', 'image'),
      { url: 'https://cdn.example.net/lib.js', type: 'script', initiator: jobs },
    ]
    const proposal = learnRules(visit)
    expect(inShort(proposal)).toEqual([
      ['jobs-pages', 'www.jobs.example', '/offers,/offers/1', 'none', 'mainFrame'],
      ['jobs-assets', 'www.jobs.example', '/a/main.css,/a/logo.png', 'none', 'stylesheet,image'],
      ['jobs-assets-2', 'cdn.example.net', '/lib.js', 'none', 'script'],
    ])
    expect(proposal.policy?.sites[0]).toMatchObject({ id: 'jobs', start: `${jobs}/offers` })
    expect(proposal.notes.join()).toContain('cdn.example.net belongs to somebody else')
  })

  test('a wildcard for one segment where a folder has many, never for a folder that was not seen', () => {
    const proposal = learnRules(['/o/1', '/o/2', '/o/3', '/o/4', '/x/1', '/a', '/b', '/c', '/d'].map(page))
    expect(inShort(proposal)).toEqual([
      ['jobs-pages', 'www.jobs.example', '/o/*,/x/1,/a,/b,/c,/d', 'none', 'mainFrame'],
    ])
  })

  test.each([
    ['a number', ['p=1', 'p=12'], { p: { type: 'int', max: 100 } }],
    ['a slug', ['city=sint-niklaas', 'city=gent'], { city: { type: 'slug', max: 16 } }],
    ['a search', ['q=garçon de café'], { q: { type: 'text', max: 40 } }],
    ['values that fit no form', ['f=a/b', 'f=c/d'], { f: { type: 'text', values: ['a/b', 'c/d'] } }],
    ['several', ['q=a b&p=1', 'p=2'], { q: { type: 'text', max: 40 }, p: { type: 'int', max: 100 } }],
  ])('the narrowest form of a query: %s', (_name, queries, query) => {
    const proposal = learnRules(queries.map(text => page(`/list?${text}`)))
    expect(proposal.policy?.sites[0]?.rules).toMatchObject([{ id: 'jobs-pages-query', query }])
  })

  test('writes beside the policy, each flagged', () => {
    const proposal = learnRules([page('/offers'), post('{"query":"baker","page":1}'), post('{"query":"Is it? Yes!"}')])
    expect(inShort(proposal)).toHaveLength(1)
    expect(proposal.writes).toMatchObject([
      { id: 'jobs-write', methods: ['POST'], fields: ['query', 'page'], maxBodyBytes: 256, freeText: true },
    ])
    expect(proposal.notes.join()).toContain('WRITES, not in the policy: jobs-write sends query, page')
  })

  test('nothing that is granted already', () => {
    const known = learnRules([page('/offers')]).policy
    expect(learnRules([page('/offers'), page('/about')], { known }).policy?.sites[0]?.rules).toMatchObject([
      { paths: ['/about'] },
    ])
    expect(learnRules([page('/offers')], { known }).policy).toBeUndefined()
  })
})

test.each([
  ['a socket', { url: 'wss://www.jobs.example/chat', type: 'webSocket' }, 'none of http'],
  ['a ping', part('/p', 'ping'), 'a ping'],
  ['an e-mail address', page('/list?to=jan%40mail.be'), 'e-mail address'],
  ['an address inside an address', page('/out?next=https%3A%2F%2Fevil.example'), 'a web address'],
  ['a GraphQL text', page('/api?query=%7Bviewer%7Bid%7D%7D'), 'GraphQL'],
  ['a name that changes the method', page('/a?_method=PUT'), 'another method'],
  ['a star in the path', page('/a/*'), 'cannot be written as a pattern'],
  ['a name twice', page('/a?b=1&b=2'), 'b occurs twice'],
  ['a method that is no reading', { ...page('/a'), method: 'OPTIONS' }, 'OPTIONS'],
  ['a write nobody saw', { ...page('/a'), method: 'POST' }, 'was not recorded'],
])('leaves out %s, without its query, and says why', (_name, request, why) => {
  const { leftOut, policy, writes } = learnRules([request])
  expect(leftOut).toMatchObject([{ why: expect.stringContaining(why) as string, count: 1 }])
  expect(leftOut[0]?.what).not.toContain('?')
  expect([policy, writes]).toEqual([undefined, []])
})

test('what is proposed is a valid policy that reads the visit again and grants no write', () => {
  const anyPath = fc.constantFrom('/', '/a', '/a/1', '/a/2', '/a/3', '/a/4', '/b/é', '/c%20d', '/e/')
  const anyQuery = fc.constantFrom('', '', '?p=1', '?p=x', '?q=a+b', '?f=a%2Fb', '?t[]=a&t[]=b', '?x')
  const anyRecord: fc.Arbitrary<RecordedRequest> = fc.record({
    url: fc
      .tuple(fc.constantFrom(jobs, 'http://jobs.example:8080', 'https://d1.cloudfront.net'), anyPath, anyQuery)
      .map(parts => parts.join('')),
    type: fc.constantFrom('mainFrame', 'image', 'xhr'),
    method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST'),
  })
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 12 }), visit => {
      const { policy, leftOut } = learnRules(visit)
      if (policy === undefined) return
      expect(parseWebPolicy(JSON.stringify(policy))).toMatchObject({ ok: true })
      const rules = policy.sites.flatMap(site => site.rules)
      expect(rules.flatMap(({ methods = [] }) => methods.filter(isWriteMethod))).toEqual([])
      expect(rules.flatMap(({ hosts }) => hosts).join()).not.toContain('*')
      const compiled = compilePolicy(policy)
      const left = new Set(leftOut.map(({ what }) => what))
      for (const request of visit) {
        const isLeft =
          left.has(new URL(request.url).href.replace(/\?.*$/, '')) || left.has(request.url.replace(/\?.*$/, ''))
        if (isLeft || request.method === 'POST') continue
        expect(evaluateRequest(compiled, request)).toMatchObject({ effect: 'allow' })
      }
    }),
  )
})

describe('a record', () => {
  test('of JSON lines is read, whatever else a line says', () => {
    const text =
      '{"url":"https://a.example/","type":"image","reason":"type-not-listed"}\n\n{"url":"https://b.example/"}\n'
    expect(readTraffic(text)).toEqual([{ url: 'https://a.example/', type: 'image' }, { url: 'https://b.example/' }])
  })

  test('of a browser is read, with what it calls types', () => {
    const entry = (type: string, request: object) => ({
      _resourceType: type,
      time: 3,
      request: { method: 'GET', url: 'https://a.example/', ...request },
    })
    const frame = { headers: [{ name: 'Sec-Fetch-Dest', value: 'iframe' }] }
    const body = { method: 'POST', postData: { mimeType: 'application/json', text: '{}' } }
    const archive = {
      log: { entries: [entry('document', {}), entry('document', frame), entry('fetch', body), entry('preflight', {})] },
    }
    expect(readTraffic(JSON.stringify(archive))?.map(({ type, contentType }) => [type, contentType])).toEqual([
      ['mainFrame', undefined],
      ['subFrame', undefined],
      ['xhr', 'application/json'],
      ['other', undefined],
    ])
  })

  test.each(['', 'hello', '{"address":"x"}', '[]', '{"url":"https://a.example/"}\nhello'])(
    'that is %j is none',
    text => {
      expect(readTraffic(text)).toBeUndefined()
    },
  )
})
