import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagePolicyFor } from './page-policy.ts'
import { isRewritten, rewriteReceivedHeaders } from './received-headers.ts'
import { jobsPolicy } from './testing/jobs-policy.ts'

const added = { contentSecurityPolicy: 'sandbox allow-scripts', permissionsPolicy: 'camera=()' }

test.each([
  'Report-To', 'Reporting-Endpoints', 'NEL', 'Link', 'Speculation-Rules', 'Refresh', 'Alt-Svc', 'Origin-Trial',
  'Accept-CH', 'SourceMap', 'X-SourceMap', 'Service-Worker-Allowed', 'Content-Security-Policy-Report-Only',
  'permissions-policy-report-only', 'Use-As-Dictionary', 'Supports-Loading-Mode',
])('takes out %s', name => {
  expect(JSON.stringify(rewriteReceivedHeaders({ [name]: ['hostile'] }, added))).not.toContain('hostile')
}) // prettier-ignore

test('keeps what a page needs, with every value', () => {
  const received = { 'Content-Type': ['text/html'], 'set-cookie': ['a=1', 'b=2'] }
  expect(rewriteReceivedHeaders(received, added)).toMatchObject(received)
})

test('adds what holds the page, also where nothing came', () => {
  expect(rewriteReceivedHeaders({}, added)).toEqual({
    'Content-Security-Policy': ['sandbox allow-scripts'],
    'Permissions-Policy': ['camera=()'],
    'X-DNS-Prefetch-Control': ['off'],
  })
})

test('puts its own features in the place of the site’s', () => {
  expect(rewriteReceivedHeaders({ 'permissions-policy': ['camera=*'] }, added)).toEqual(
    rewriteReceivedHeaders({}, added),
  )
})

test('keeps the site’s own policies beside it, without where they report to', () => {
  const received = {
    'content-security-policy': [
      "default-src 'self'; report-uri https://evil.example/r; report-to x",
      "img-src 'none';REPORT-URI /r, font-src 'none'; report-to y",
      'report-uri /only',
    ],
  }
  expect(rewriteReceivedHeaders(received, added)['Content-Security-Policy']).toEqual([
    "default-src 'self'",
    "img-src 'none', font-src 'none'",
    'sandbox allow-scripts',
  ])
  expect(rewriteReceivedHeaders(received, added)).not.toHaveProperty('content-security-policy')
})

test('the policy of a visit names the places its pages may reach, and no other', () => {
  expect(pagePolicyFor(jobsPolicy(), 'jobs').split('; ')).toEqual([
    'sandbox allow-scripts allow-same-origin allow-forms allow-popups',
    'connect-src https://library.example https://jobs.example',
    'frame-src https://library.example https://jobs.example',
    'form-action https://library.example https://jobs.example',
    "worker-src 'self'",
    "object-src 'none'",
    "manifest-src 'none'",
    "base-uri 'self'",
  ])
})

test('the policy of a visit with nothing to reach says so', () => {
  const policy = jobsPolicy()
  const image = { id: 'a', hosts: ['a.example'], ports: [8443], types: ['image' as const] }
  const site = { id: 'a', name: { fr: 'a' }, start: 'https://a.example/', rules: [image] }
  expect(pagePolicyFor({ ...policy, sites: [site] }, 'a')).toContain(
    "connect-src 'none'; frame-src 'none'; form-action 'none'",
  )
})

test('the policy of a visit names ports where a rule does', () => {
  const page = { id: 'a', hosts: ['127.0.0.1'], schemes: ['http' as const], ports: [7480, 7481] }
  const site = { id: 'a', name: { fr: 'a' }, start: 'http://127.0.0.1:7480/', rules: [page] }
  expect(pagePolicyFor({ version: 1, sites: [site] }, 'a')).toContain(
    'connect-src http://127.0.0.1:7480 http://127.0.0.1:7481;',
  )
})

const anyHeaders = fc.dictionary(
  fc.constantFrom('Link', 'nel', 'ETag', 'set-cookie', 'Content-Security-Policy', 'permissions-policy', 'Refresh'),
  fc.array(
    fc.constantFrom(
      'a',
      "default-src 'self'; report-uri /r",
      'camera=()',
      added.contentSecurityPolicy,
      'report-to x, ',
    ),
    { minLength: 1, maxLength: 3 },
  ),
)

test('what was rewritten is known for it, and rewriting it again changes nothing', () => {
  fc.assert(
    fc.property(anyHeaders, received => {
      const rewritten = rewriteReceivedHeaders(received, added)
      expect(isRewritten(rewritten, added)).toBe(true)
      expect(rewriteReceivedHeaders(rewritten, added)).toEqual(rewritten)
    }),
  )
})

/** Headers near those that are put in: mostly right, sometimes one too many or another one. */
const nearlyRewritten = fc
  .tuple(
    fc.array(fc.constantFrom("img-src 'self'", 'report-to x', "img-src 'self'; report-uri /r"), { maxLength: 1 }),
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(['off']) }),
    fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: anyHeaders }),
  )
  .map(([policies, more, others]) => ({
    'content-security-policy': [...policies, added.contentSecurityPolicy],
    'permissions-policy': [added.permissionsPolicy, ...more],
    'x-dns-prefetch-control': ['off'],
    ...others,
  }))

test('what is taken for rewritten has nothing in it that rewriting takes out', () => {
  fc.assert(
    fc.property(nearlyRewritten, received => {
      fc.pre(isRewritten(received, added))
      const again = rewriteReceivedHeaders(received, added)
      const names = (headers: object) => new Set(Object.keys(headers).map(name => name.toLowerCase()))
      expect(names(again)).toEqual(names(received))
      expect(new Set(Object.values(again).flat())).toEqual(new Set(Object.values(received).flat()))
    }),
  )
})

test.each([
  ['one header more', { Link: ['<x>; rel=preload'] }],
  [
    'a place to report to',
    { 'content-security-policy': ["default-src 'self'; report-uri /r", 'sandbox allow-scripts'] },
  ],
  ['the policy of another site’s pages', { 'Content-Security-Policy': ['sandbox allow-popups'] }],
  ['other features', { 'permissions-policy': ['camera=*'] }],
  ['nothing of it', {}],
])('an answer with %s is not as it was left', (_name, other) => {
  const names = new Set(Object.keys(other).map(name => name.toLowerCase()))
  const left = Object.entries(rewriteReceivedHeaders({}, added)).filter(([name]) => !names.has(name.toLowerCase()))
  expect(isRewritten(names.size === 0 ? {} : { ...Object.fromEntries(left), ...other }, added)).toBe(false)
})
