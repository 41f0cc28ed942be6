import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAnswer } from '../testing/raw-answer.ts'
import { HELLO } from '../testing/throw-away-site.ts'
import { connectIn, requestText, secureIn } from '../testing/test-gateway.ts'
import { type Asked, type SquidLab, startSquidLab, summary } from './testing/squid-lab.ts'

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

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

test('a listed page comes through', async () => {
  const answer = await lab.ask('GET /jobs/1?q=cook')
  expect(lab.bugs).toEqual([])
  expect(summary(answer)).toEqual([200, undefined, HELLO])
  expect(lab.site.received).toMatchObject([{ method: 'GET', url: '/jobs/1?q=cook' }])
})

const refused: readonly (readonly [string, string, Asked, readonly [string, string]])[] = [
  ['a path no rule lists', 'GET /contact', {}, ['path-not-listed', 'W-1-18']],
  ['a parameter no rule lists', 'GET /jobs/1?to=x', {}, ['query-not-listed', 'W-1-21']],
  ['a method no rule lists', 'DELETE /jobs/1', {}, ['method-not-listed', 'W-1-19']],
  ['a type that is not for reading', 'GET /jobs/1', { headers: { 'Guichet-Type': 'ping' } }, ['type-not-web', 'W-0-9']],
  ['a report', 'POST /jobs/1', { headers: { 'Guichet-Type': 'cspReport' }, body: '{}' }, ['type-not-web', 'W-0-9']],
  [
    'a page of nobody as the cause',
    'GET /jobs/1',
    { headers: { 'Guichet-Initiator': 'https://evil.test' } },
    ['initiator-not-listed', 'W-1-20'],
  ],
  ['an encoded separator', 'GET /jobs/..%2fadmin', {}, ['path-encoded-separator', 'W-0-7']],
  ['dot segments, which no browser sends', 'GET /jobs/a/../b', {}, ['request-malformed', 'W-0-41']],
  ['an address longer than any', `GET /jobs/${'a'.repeat(2100)}`, {}, ['address-too-long', 'W-0-2']],
  [
    'a method in a header',
    'GET /jobs/1',
    { headers: { 'X-HTTP-Method-Override': 'POST' } },
    ['method-override', 'W-0-11'],
  ],
  ['a worker', 'GET /jobs/1', { headers: { 'Service-Worker': 'script' } }, ['header-not-allowed', 'W-0-33']],
  [
    'a change of protocol',
    'GET /jobs/1',
    { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } },
    ['header-not-allowed', 'W-0-33'],
  ],
  ['a grant with another type of content', 'POST /search', { body: 'q=a' }, ['content-type-not-listed', 'W-1-23']],
  [
    'a grant with too much',
    'POST /search',
    { headers: form, body: `q=${'a'.repeat(99)}` },
    ['body-too-large', 'W-1-25'],
  ],
  [
    'a body in chunks',
    'POST /search',
    { headers: { ...form, 'Transfer-Encoding': 'chunked' } },
    ['body-unseen', 'W-0-24'],
  ],
  [
    'another host within the connection',
    'GET /jobs/1',
    { headers: { Host: 'other.test' } },
    ['request-malformed', 'W-0-41'],
  ],
  ['a CONNECT within the connection', 'CONNECT good.test:22', {}, ['request-malformed', 'W-0-41']],
  ['TRACE', 'TRACE /jobs/1', { headers: { 'Max-Forwards': '0' } }, ['method-not-listed', 'W-1-19']],
]
test.each(refused)(
  '%s is refused with its reason, and nothing goes out',
  async (_name, line, asked, [reason, code]) => {
    const answer = await lab.ask(line, asked)
    expect(summary(answer)).toEqual([403, reason, code])
    expect(lab.refusals).toMatchObject([{ reason }])
    expect(lab.site.received).toEqual([])
  },
)

test('a grant lets a body of its type and size through', async () => {
  expect((await lab.ask('POST /search', { headers: form, body: 'q=cook' })).status).toBe(200)
  expect(lab.site.received).toMatchObject([{ method: 'POST', url: '/search', body: 'q=cook' }])
})

test('a GET with a body is refused', async () => {
  const answer = await lab.ask('GET /jobs/1', { body: 'abc' })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.headers.get('guichet-refused')?.[0]).toBe('request-malformed')
  expect(lab.site.received).toEqual([])
})

test.each([
  ['a host no rule lists', 'evil.test', 443, 'host-not-listed'],
  ['a port no rule lists', 'good.test', 22, 'port-not-listed'],
  ['a host that is listed without TLS', 'plain.test', 443, 'scheme-not-listed'],
])('a connection to %s is answered with the reason, and reaches nobody', async (_name, host, port, reason) => {
  const socket = await lab.tunnel()
  await connectIn(socket, `${host}:${port}`)
  const inner = await secureIn(socket, host, lab.webAuthority)
  inner.write(requestText('GET / HTTP/1.1', { Host: host }))
  expect((await readAnswer(inner)).headers.get('guichet-refused')).toEqual([reason])
  expect(lab.refusals).toMatchObject([{ reason, method: 'CONNECT' }])
})

test('a granted name that leads inside is refused, and told of', async () => {
  const socket = await lab.tunnel()
  await connectIn(socket, `inside.test:${lab.site.port}`)
  const inner = await secureIn(socket, 'inside.test', lab.webAuthority)
  inner.write(requestText('GET / HTTP/1.1', { Host: `inside.test:${lab.site.port}`, 'Guichet-Type': 'mainFrame' }))
  expect(summary(await readAnswer(inner))).toEqual([403, 'address-not-public', 'W-0-43'])
  expect(lab.refusals).toMatchObject([{ reason: 'address-not-public' }])
})

test('a site that cannot prove its name is not spoken to', async () => {
  const inner = await lab.secured('other.test')
  const answer = await lab.ask('GET /jobs/1', { on: inner, headers: { Host: `other.test:${lab.site.port}` } })
  expect(summary(answer)).toEqual([503, 'site-unreachable', 'W-0-44'])
  expect(lab.site.received).toEqual([])
})

test('a listed address without TLS is asked for as of any proxy', async () => {
  const socket = await lab.tunnel()
  const host = `127.0.0.1:${lab.plain.port}`
  socket.write(requestText(`GET http://${host}/x HTTP/1.1`, { Host: host, 'Guichet-Type': 'mainFrame' }))
  expect((await readAnswer(socket)).status).toBe(200)
  expect(lab.plain.received).toMatchObject([{ url: '/x' }])
})

test.each([
  ['a name of the site that lists it', 'plain.test', [200, undefined, HELLO]],
  ['a name of another site', 'stranger.test', [403, 'address-not-public', 'W-0-43']],
])('an address inside that is listed is reached by %s, or is not', async (_name, name, expected) => {
  const socket = await lab.tunnel()
  const host = `${name}:${lab.plain.port}`
  socket.write(requestText(`GET http://${host}/x HTTP/1.1`, { Host: host, 'Guichet-Type': 'mainFrame' }))
  expect(summary(await readAnswer(socket))).toEqual(expected)
  expect(lab.plain.received).toHaveLength(expected[0] === 200 ? 1 : 0)
})

test('what a page writes into headers does not go out', async () => {
  const headers = {
    'X-Message': 'hello outside',
    'User-Agent': 'Mozilla/5.0 hello Chrome/130.0.0.0',
    'Accept-Language': 'nl, tlh;q=0.123',
    'X-Forwarded-For': '1.2.3.4',
    Cookie: 'a=1; b="2"',
    Referer: `https://good.test:${lab.site.port}/jobs/secret?q=words`,
    'Guichet-Initiator': `https://good.test:${lab.site.port}`,
  }
  expect((await lab.ask('GET /jobs/1', { headers })).status).toBe(200)
  const [received] = lab.site.received
  expect(received?.headers).toEqual({
    host: `good.test:${lab.site.port}`,
    accept: '*/*',
    'accept-encoding': 'identity',
    'accept-language': 'nl',
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    cookie: 'a=1; b="2"',
    referer: `https://good.test:${lab.site.port}/`,
  })
})

test('a policy that changes is obeyed at the next request, in a connection that is open', async () => {
  const inner = await lab.secured()
  expect((await lab.ask('GET /jobs/1', { on: inner })).status).toBe(200)
  lab.policy = { version: 1, sites: [] }
  expect(summary(await lab.ask('GET /jobs/1', { on: inner }))).toEqual([403, 'host-not-listed', 'W-0-13'])
})
