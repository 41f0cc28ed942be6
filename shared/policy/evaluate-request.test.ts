import { describe, expect, test } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import { evaluateRequest } from './evaluate-request.ts'
import type { PolicyRequest } from './policy-request.ts'
import { compiledSample, mustParse, samplePolicy } from './testing/sample-policy.ts'

const policy = compiledSample()
const today = '2026-03-01'
const jobs = 'https://www.jobs.example'
const search = { url: `${jobs}/api/search`, method: 'POST', type: 'xhr', contentType: 'application/json' }

/** The decision in one word: the rule that grants it, or the reason why not. */
function verdict(request: string | PolicyRequest): string {
  const decision = evaluateRequest(policy, typeof request === 'string' ? { url: request } : request, { today })
  return decision.effect === 'allow' ? decision.ruleId : decision.reason
}

describe('a page', () => {
  test.each([
    ['under a listed path', `${jobs}/offers/17`, 'jobs-pages'],
    ['at the path itself', `${jobs}/offers`, 'jobs-pages'],
    ['with a fragment', `${jobs}/offers#/admin`, 'jobs-pages'],
    ['with any query, where the rule names none', `${jobs}/offers?a=1&a=2`, 'jobs-pages'],
    ['in another spelling', `${jobs}/%6fffers/17`, 'jobs-pages'],
    ['that only starts alike', `${jobs}/offers-old`, 'path-not-listed'],
    ['in other letters', `${jobs}/Offers`, 'path-not-listed'],
    ['beside the listed path, through a parent segment', `${jobs}/offers/%2e%2e/admin`, 'path-not-listed'],
    ['over clear text', 'http://www.jobs.example/offers', 'scheme-not-listed'],
    ['on another port', `${jobs}:8443/offers`, 'port-not-listed'],
    ['on the other scheme, at the port of this one', 'http://www.jobs.example:443/offers', 'scheme-not-listed'],
    ['on a host where only assets are listed', 'https://static.jobs.example/offers', 'type-not-listed'],
    ['on the host above a wildcard', 'https://jobs.example/offers', 'host-not-listed'],
    ['on another host', 'https://evil.example/offers', 'host-not-listed'],
    ['on a host that ends alike', 'https://badwww.jobs.example.evil.example/', 'host-not-listed'],
    ['on a look-alike host', 'https://www.jоbs.example/offers', 'host-look-alike'],
    ['below a wildcard, with an encoded label', 'https://xn--bcher-kva.jobs.example/', 'host-look-alike'],
    ['at an address literal', 'https://10.20.0.6/offers', 'host-not-listed'],
    ['at a listed address literal', 'http://10.20.0.5:8080/x', 'library-lan'],
    ['at a listed address literal, written as one number', 'http://169082885:8080/x', 'library-lan'],
    ['at a listed address literal, on its default port', 'http://10.20.0.5/x', 'port-not-listed'],
    ['with user information', 'https://www.jobs.example@evil.example/offers', 'user-info'],
    ['that cannot be read', 'https://', 'address-unreadable'],
  ])('%s', (_name, url, expected) => {
    expect(verdict(url)).toBe(expected)
  })

  test('is refused under a deny entry, in any letters, with any scheme and method', () => {
    expect(verdict(`${jobs}/offers/contact`)).toBe('denied-by-entry')
    expect(verdict(`${jobs}/offers/contact/`)).toBe('denied-by-entry')
    expect(verdict(`${jobs}/offers/Contact/form`)).toBe('denied-by-entry')
    expect(verdict(`http://www.jobs.example/offers/contact`)).toBe('denied-by-entry')
    expect(verdict({ url: `${jobs}:8443/offers/contact`, method: 'POST', type: 'xhr' })).toBe('denied-by-entry')
  })

  test('names the site and rule that came closest', () => {
    expect(evaluateRequest(policy, { url: `${jobs}/list?page=x` }, { today })).toEqual({
      effect: 'deny',
      reason: 'query-not-listed',
      siteId: 'jobs',
      ruleId: 'jobs-list',
    })
  })
})

describe('a type', () => {
  test.each([
    ['script', 'jobs-assets'],
    ['stylesheet', 'jobs-assets'],
    ['xhr', 'type-not-listed'],
    ['media', 'type-not-listed'],
    ['webSocket', 'type-not-web'],
    ['ping', 'type-not-web'],
    ['cspReport', 'type-not-web'],
    ['object', 'type-not-web'],
    ['other', 'type-not-web'],
    ['', 'type-not-web'],
    ['Script', 'type-not-web'],
    ['constructor', 'type-not-web'],
  ])('%s', (type, expected) => {
    expect(verdict({ url: 'https://static.jobs.example/a.js', type })).toBe(expected)
  })
})

describe('a method', () => {
  test.each([
    ['GET', 'jobs-pages'],
    ['HEAD', 'jobs-pages'],
    ['POST', 'method-not-listed'],
    ['PUT', 'method-not-listed'],
    ['DELETE', 'method-not-listed'],
    ['OPTIONS', 'method-not-listed'],
    ['CONNECT', 'method-not-listed'],
    ['PROPFIND', 'method-not-listed'],
    ['get', 'method-not-listed'],
    ['', 'method-not-listed'],
  ])('%s on a reading rule', (method, expected) => {
    expect(verdict({ url: `${jobs}/offers`, method })).toBe(expected)
  })

  test.each(['?_method=POST', '?_METHOD=DELETE', '?a=1&X-HTTP-Method-Override=PUT'])(
    'is not overridden by %s',
    query => {
      expect(verdict(`${jobs}/offers${query}`)).toBe('method-override')
    },
  )
})

describe('a query', () => {
  test.each([
    ['?q=bakker&page=2&place=gent&sort=date', 'jobs-list'],
    ['', 'jobs-list'],
    ['?', 'jobs-list'],
    ['?page=501', 'query-not-listed'],
    ['?page=1&page=2', 'query-not-listed'],
    ['?note=meet+me', 'query-not-listed'],
    ['?q=a;b=c', 'query-not-listed'],
    ['?sort=salary', 'query-not-listed'],
    ['?q=%ff', 'query-unreadable'],
    ['?q=a%0d%0ab', 'query-unreadable'],
    ['?q=%00', 'query-unreadable'],
  ])('%s', (query, expected) => {
    expect(verdict(`${jobs}/list${query}`)).toBe(expected)
  })

  test.each([
    ['https://library.example/books/1', 'library-books'],
    ['https://library.example/books/1?', 'library-books'],
    ['https://library.example/books/1?x', 'query-not-listed'],
    ['https://library.example/shelves?room=2&row=a', 'library-shelves'],
    ['https://library.example/shelves?room=2&room=3', 'query-not-listed'],
  ])('%s', (url, expected) => {
    expect(verdict(url)).toBe(expected)
  })
})

describe('an initiator', () => {
  const script = { url: 'https://static.jobs.example/a.js', type: 'script' }
  const cover = { url: 'https://library.example/covers/1.png', type: 'image' }

  test.each([
    ['of the same site', script, `${jobs}/offers/1`, 'jobs-assets'],
    ['given as an origin', script, jobs, 'jobs-assets'],
    ['of another site', script, 'https://library.example', 'initiator-not-listed'],
    ['of a host with assets only', script, 'https://static.jobs.example', 'initiator-not-listed'],
    ['of the same host in clear text', script, 'http://www.jobs.example', 'initiator-not-listed'],
    ['of the same host on another port', script, `${jobs}:8443`, 'initiator-not-listed'],
    ['of nowhere', script, 'null', 'initiator-not-listed'],
    ['that is empty', script, '', 'initiator-not-listed'],
    ['of an extension', script, 'chrome-extension://abc', 'initiator-not-listed'],
    ['that a rule lists', cover, jobs, 'library-covers'],
    ['that a rule lists beside it', cover, 'https://library.example', 'library-covers'],
    ['that no rule lists', { url: 'https://library.example/books/1' }, jobs, 'initiator-not-listed'],
  ])('%s', (_name, request, initiator, expected) => {
    expect(verdict({ ...request, initiator })).toBe(expected)
  })

  test('need not be known', () => {
    expect(verdict(script)).toBe('jobs-assets')
  })
})

describe('a deny entry', () => {
  const denying = (entry: object): ReturnType<typeof compiledSample> => {
    const [first, ...rest] = samplePolicy.sites
    return compilePolicy(
      mustParse({
        version: 1,
        sites: [first, ...rest, { ...first, id: 'x', rules: [], deny: [{ id: 'y', ...entry }] }],
      }),
    )
  }
  const page = { hosts: ['www.jobs.example'] }

  test.each([
    ['of another site wins', page, { url: `${jobs}/offers` }, 'deny'],
    ['narrowed to a method', { ...page, methods: ['POST'] }, { url: `${jobs}/offers` }, 'allow'],
    ['narrowed to a type', { ...page, types: ['subFrame'] }, { url: `${jobs}/offers`, type: 'subFrame' }, 'deny'],
    ['narrowed to a parameter', { ...page, query: ['to'] }, { url: `${jobs}/offers?a=1&To=x` }, 'deny'],
    [
      'narrowed to a parameter, after a semicolon',
      { ...page, query: ['to'] },
      { url: `${jobs}/offers?a=1;to=x` },
      'deny',
    ],
    ['narrowed to a parameter that is absent', { ...page, query: ['to'] }, { url: `${jobs}/offers?a=to` }, 'allow'],
    [
      'narrowed to a value',
      { ...page, query: { v: { type: 'text', values: ['2'] } } },
      { url: `${jobs}/offers?v=2` },
      'deny',
    ],
    [
      'narrowed to an absent value',
      { ...page, query: { v: { type: 'text', values: ['2'] } } },
      { url: `${jobs}/offers?v=3` },
      'allow',
    ],
    ['narrowed to no query', { ...page, query: 'none' }, { url: `${jobs}/offers` }, 'deny'],
    ['narrowed to an initiator', { ...page, initiators: ['jobs'] }, { url: `${jobs}/offers`, initiator: jobs }, 'deny'],
    [
      'narrowed to an initiator that is not known',
      { ...page, initiators: ['jobs'] },
      { url: `${jobs}/offers` },
      'deny',
    ],
    ['narrowed to a field', { ...page, fields: ['query'] }, { ...search, body: '{"page":1}' }, 'allow'],
    ['narrowed to a field that is there', { ...page, fields: ['Query'] }, { ...search, body: '{"query":"a"}' }, 'deny'],
    ['narrowed to large bodies', { ...page, maxBodyBytes: 12 }, { ...search, body: '{"page":1}' }, 'allow'],
    ['narrowed to large bodies, met by one', { ...page, maxBodyBytes: 9 }, { ...search, body: '{"page":1}' }, 'deny'],
    [
      'narrowed to a field inside another',
      { ...page, fields: ['to'] },
      { ...search, body: '{"page":{"to":1}}' },
      'deny',
    ],
    [
      'narrowed to fields, met by a body that is not seen',
      { ...page, fields: ['to'] },
      { ...search, bodyBytes: 2 },
      'deny',
    ],
    ['narrowed to a list', { ...page, query: ['to[]'] }, { url: `${jobs}/offers?x[to]=1` }, 'deny'],
    [
      'narrowed to bodies, on a reading',
      { ...page, contentTypes: ['application/json'] },
      { url: `${jobs}/offers` },
      'allow',
    ],
  ])('%s', (_name, entry, request, effect) => {
    expect(evaluateRequest(denying(entry), request, { today }).effect).toBe(effect)
  })
})

describe('the day and the warden', () => {
  const book = { url: 'https://library.example/books/1' }

  test.each([
    ['2026-06-30', 'allow'],
    ['2026-07-01', 'deny'],
    ['2027-01-01', 'deny'],
    [undefined, 'deny'],
  ])('on %s a site that ends on 2026-06-30 says %s', (day, effect) => {
    expect(evaluateRequest(policy, book, { today: day }).effect).toBe(effect)
  })

  test('one rule closes without its site, one site without the others', () => {
    const offers = { url: `${jobs}/offers` }
    const assets = { url: 'https://static.jobs.example/a.js', type: 'script' }
    const closedRules = new Set(['jobs-pages'])
    const closedSites = new Set(['jobs'])
    expect(evaluateRequest(policy, offers, { closedRules })).toMatchObject({
      reason: 'rule-closed',
      ruleId: 'jobs-pages',
    })
    expect(evaluateRequest(policy, assets, { closedRules }).effect).toBe('allow')
    expect(evaluateRequest(policy, assets, { closedSites })).toMatchObject({ reason: 'site-closed', siteId: 'jobs' })
    expect(evaluateRequest(policy, book, { today, closedSites }).effect).toBe('allow')
  })
})
