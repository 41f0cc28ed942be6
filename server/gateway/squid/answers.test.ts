import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { permissionsPolicy } from '#shared/policy/page-policy.ts'
import { prepare } from '../policy/policy-source.ts'
import { type SquidLab, startSquidLab, summary } from './testing/squid-lab.ts'

let lab: SquidLab
beforeAll(async () => {
  lab = await startSquidLab()
})
beforeEach(() => {
  lab.begin()
})
afterAll(async () => {
  await lab.close()
})

test('what speaks behind a page’s back is taken out of the answer, and what holds the page is put in', async () => {
  lab.site.listener = (_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Content-Security-Policy': "default-src 'self'",
      'Set-Cookie': ['a=1', 'b=2'],
      Link: '</x>; rel=preload',
      'Reporting-Endpoints': 'x="https://evil.test"',
      'Alt-Svc': 'h3=":443"',
      'Guichet-Refused': 'forged',
      Refresh: '0; url=https://evil.test',
    })
    response.end('hello')
  }
  const { headers } = await lab.ask('GET /jobs/1')
  expect(headers.get('set-cookie')).toEqual(['a=1', 'b=2'])
  expect(headers.get('content-security-policy')).toEqual([
    "default-src 'self'",
    prepare(lab.policy).pagePolicyOf('good'),
  ])
  expect(headers.get('permissions-policy')).toEqual([permissionsPolicy])
  expect(headers.get('x-dns-prefetch-control')).toEqual(['off'])
  const gone = ['link', 'reporting-endpoints', 'alt-svc', 'guichet-refused', 'refresh', 'via', 'x-cache', 'server']
  expect(gone.filter(name => headers.has(name))).toEqual([])
})

test('early hints stay behind', async () => {
  lab.site.listener = (_request, response) => {
    response.writeEarlyHints({ link: '</x.css>; rel=preload' })
    response.end('late')
  }
  expect(summary(await lab.ask('GET /jobs/1'))).toEqual([200, undefined, 'late'])
})

test.each([
  ['a page that is a download', { 'Content-Disposition': 'attachment; filename=x' }, 200, 'download-not-allowed'],
  ['a demand that is the proxy’s to make', {}, 407, 'gate-failed'],
])('%s is refused', async (_name, headers, status, reason) => {
  lab.site.listener = (_request, response) => void response.writeHead(status, headers).end('x')
  const answer = await lab.ask('GET /jobs/1')
  expect([answer.status, answer.headers.get('guichet-refused')?.[0]]).toEqual([403, reason])
})

test('an answer that is packed is refused: nothing packed was asked for', async () => {
  lab.site.listener = (_request, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1000)))
  }
  const answer = await lab.ask('GET /jobs/1')
  expect([answer.status, answer.headers.get('guichet-refused')?.[0]]).toEqual([502, 'answer-not-allowed'])
})

test.each([
  [200, 'ERR_ACCESS_DENIED 0'],
  [403, 'ERR_GUICHET_DOWNLOAD 0'],
  [503, 'ERR_DNS_FAIL 0'],
])('a site that answers %i and calls it %s is not taken for the gateway', async (status, named) => {
  lab.site.listener = (_request, response) =>
    void response.writeHead(status, { 'X-Squid-Error': named, 'Content-Length': 5 }).end('hello')
  const answer = await lab.ask('GET /jobs/1')
  expect(summary(answer)).toEqual([status, undefined, 'hello'])
  expect(answer.headers.has('x-squid-error')).toBe(false)
})

test('a site that falls silent, or hangs up, is told apart from one that says so', async () => {
  lab.site.listener = (_request, response) => response.socket?.destroy()
  expect(summary(await lab.ask('GET /jobs/1'))).toEqual([502, 'site-unreachable', 'W-0-44'])
})
