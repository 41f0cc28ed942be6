import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishWebPolicy } from '../web-policy/publish-web-policy.ts'
import { type AGateway, reasonOf, startGateway } from './testing/a-gateway.ts'
import { readAnswer } from './testing/raw-answer.ts'
import { requestText } from './testing/test-gateway.ts'
import { HELLO } from './testing/throw-away-site.ts'

let at: AGateway

beforeAll(async () => {
  at = await startGateway()
})
beforeEach(() => {
  at.site.forget()
  at.plain.forget()
  for (const name of ['good.test', 'www.good.test', 'wrong.good.test']) at.addresses.set(name, ['127.0.0.1'])
})
afterAll(() => at.close())

test('a listed page comes through a real tunnel', async () => {
  const answer = await at.ask('GET /jobs/1?q=cook')
  expect(answer.status).toBe(200)
  expect(answer.body).toContain(HELLO)
  expect(at.site.received).toMatchObject([{ method: 'GET', url: '/jobs/1?q=cook', headers: { host: at.authority } }])
})

test('several requests share one tunnel and one connection to the site', async () => {
  const on = await at.secured()
  for (const path of ['/jobs/1', '/jobs/2', '/jobs/3']) expect((await at.ask(`GET ${path}`, { on })).status).toBe(200)
  expect(at.site.connections()).toBe(1)
})

test('two tunnels share no connection to a site', async () => {
  for (const inmate of [0, 1] as const) await at.ask('GET /jobs/1', { on: await at.secured('good.test', inmate) })
  expect(at.site.connections()).toBe(2)
})

test('a page that no rule lists is refused with its reason, and the tunnel goes on', async () => {
  const on = await at.secured()
  const refused = await at.ask('GET /contact', { on })
  expect([refused.status, reasonOf(refused), refused.body]).toEqual([403, 'path-not-listed', 'W-1-18'])
  expect((await at.ask('GET /jobs/1', { on })).status).toBe(200)
  expect(at.site.received).toHaveLength(1)
})

test('HEAD is answered without a body, and the tunnel goes on', async () => {
  const on = await at.secured()
  expect((await at.ask('HEAD /jobs/1', { on })).status).toBe(200)
  expect((await at.ask('GET /jobs/1', { on })).body).toContain(HELLO)
})

test('a granted write goes out with its very bytes and their length', async () => {
  const body = 'q=caf%C3%A9'
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) }
  const answer = await at.ask('POST /search', { headers, body })
  expect(answer.status).toBe(200)
  expect(at.site.received).toMatchObject([
    { method: 'POST', url: '/search', body, headers: { 'content-length': String(body.length) } },
  ])
})

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
test.each([
  ['POST /jobs/1', form, 'q=a', 'method-not-listed'],
  ['POST /search', form, 'q=a&to=b', 'field-not-listed'],
  ['POST /search', form, 'q=a&q=b', 'body-unreadable'],
  ['POST /search', form, `q=${'a'.repeat(200)}`, 'body-too-large'],
  ['POST /search', { 'Content-Type': 'application/json' }, '{"q":"a"}', 'content-type-not-listed'],
  ['POST /search', { 'Content-Type': 'multipart/form-data; boundary=x' }, 'x', 'content-type-not-listed'],
  ['POST /search', {}, 'q=a', 'content-type-not-listed'],
  ['POST /search', { ...form, 'Content-Encoding': 'gzip' }, 'q=a', 'body-unreadable'],
  ['POST /search', { ...form, 'X-HTTP-Method-Override': 'DELETE' }, 'q=a', 'method-override'],
  ['GET /jobs/1', form, 'q=a', 'body-not-granted'],
  ['GET /jobs/1?_method=POST', {}, '', 'method-override'],
  ['PUT /jobs/1', form, 'q=a', 'method-not-listed'],
  ['DELETE /jobs/1', {}, '', 'method-not-listed'],
  ['OPTIONS /jobs/1', {}, '', 'method-not-listed'],
  ['TRACE /jobs/1', {}, '', 'method-not-listed'],
  ['PROPFIND /jobs/1', {}, '', 'method-not-listed'],
  ['GET /jobs/1', { Upgrade: 'websocket', Connection: 'Upgrade' }, '', 'header-not-allowed'],
  ['GET /jobs/1', { 'Sec-Purpose': 'prefetch' }, '', 'header-not-allowed'],
  ['GET /jobs/1', { 'Service-Worker': 'script' }, '', 'header-not-allowed'],
  ['GET /jobs/1', { 'Guichet-Type': 'webSocket' }, '', 'type-not-web'],
  ['GET /jobs/1', { 'Guichet-Type': 'ping' }, '', 'type-not-web'],
  ['GET /jobs/1', { 'Guichet-Type': 'main Frame' }, '', 'type-not-web'],
  ['GET /jobs/1', { 'Guichet-Initiator': 'https://evil.test' }, '', 'initiator-not-listed'],
  ['GET /jobs/1', { 'Guichet-Initiator': 'null' }, '', 'initiator-not-listed'],
  ['GET /jobs/..%2fcontact', {}, '', 'path-encoded-separator'],
  ['GET /jobs//x', {}, '', 'path-odd-segment'],
  ['GET /jobs/../contact', {}, '', 'path-not-listed'],
])('%s with %j and the body %j is refused: %s', async (line, headers, body, reason) => {
  const length = body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const answer = await at.ask(line, { headers: { ...length, ...headers }, body })
  expect([answer.status, reasonOf(answer)]).toEqual([403, reason])
  expect(at.site.received).toEqual([])
})

test('a body longer than any grant is refused before it is read', async () => {
  const answer = await at.ask('POST /search', { headers: { ...form, 'Content-Length': '10000000' } })
  expect([answer.status, reasonOf(answer)]).toEqual([403, 'body-too-large'])
})

test('a body that is not UTF-8 is refused', async () => {
  const on = await at.secured()
  on.write(
    requestText('POST /search HTTP/1.1', { Host: at.authority, 'Guichet-Type': 'xhr', ...form, 'Content-Length': '4' }),
  )
  on.write(Buffer.from([0x71, 0x3d, 0xff, 0xfe]))
  expect(reasonOf(await readAnswer(on))).toBe('body-unreadable')
})

test('without the kiosk’s word the browser’s own headers say what a request is for', async () => {
  const headers = { 'Guichet-Type': '' }
  expect(reasonOf(await at.ask('GET /jobs/1', { headers }))).toBe('type-not-web')
  const on = await at.secured()
  const send = async (more: Record<string, string>) => {
    on.write(requestText('GET /jobs/1 HTTP/1.1', { Host: at.authority, ...more }))
    return readAnswer(on)
  }
  expect(reasonOf(await send({}))).toBe('type-not-web')
  expect((await send({ 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Site': 'none' })).status).toBe(200)
  expect((await send({ 'Sec-Fetch-Dest': 'image', Referer: `https://${at.authority}/jobs/2` })).status).toBe(200)
  expect(reasonOf(await send({ 'Sec-Fetch-Dest': 'image', Referer: 'https://evil.test/' }))).toBe(
    'initiator-not-listed',
  )
  expect(reasonOf(await send({ 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Site': 'cross-site' }))).toBe(
    'initiator-not-listed',
  )
  expect(reasonOf(await send({ 'Sec-Fetch-Dest': 'webidentity' }))).toBe('type-not-web')
})

test('a listed site without TLS is asked for as of any proxy', async () => {
  const tunnel = await at.gateway.tunnel(at.prison)
  const authority = `127.0.0.1:${at.plain.port}`
  const headers = { Host: authority, 'Guichet-Type': 'mainFrame', 'Proxy-Connection': 'keep-alive' }
  tunnel.write(requestText(`GET http://${authority}/x HTTP/1.1`, headers))
  expect((await readAnswer(tunnel)).status).toBe(200)
  expect(at.plain.received).toMatchObject([{ url: '/x' }])
  expect(Object.keys(at.plain.received[0]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ])
})

test.each([
  ['https in the line', 'GET https://good.test/jobs/1', 'good.test'],
  ['no address in the line', 'GET /jobs/1', '127.0.0.1'],
  ['another Host', 'GET http://127.0.0.1/x', 'good.test'],
  ['user information', 'GET http://127.0.0.1@evil.test/x', '127.0.0.1'],
  ['another scheme', 'GET ftp://127.0.0.1/x', '127.0.0.1'],
  ['an asterisk', 'OPTIONS *', '127.0.0.1'],
])('a plain request with %s is malformed', async (_name, line, host) => {
  const tunnel = await at.gateway.tunnel(at.prison)
  tunnel.write(requestText(`${line} HTTP/1.1`, { Host: host, 'Guichet-Type': 'mainFrame' }))
  const answer = await readAnswer(tunnel)
  expect([answer.status, reasonOf(answer)]).toEqual([400, 'request-malformed'])
})

test('within a CONNECT the absolute form must say the same place', async () => {
  expect((await at.ask(`GET https://${at.authority}/jobs/1`)).status).toBe(200)
  expect((await at.ask('GET https://evil.test/jobs/1')).status).toBe(400)
  expect((await at.ask(`GET http://${at.authority}/jobs/1`)).status).toBe(400)
  expect((await at.ask('GET /jobs/1', { headers: { Host: 'www.good.test' } })).status).toBe(400)
})

test.each([
  ['10.0.0.5', 'address-not-public', 403],
  ['169.254.169.254', 'address-not-public', 403],
  ['::1', 'address-not-public', 403],
  ['::ffff:127.0.0.1', 'address-not-public', 403],
])('a listed name that leads to %s is refused', async (address, reason, status) => {
  at.addresses.set('good.test', ['127.0.0.1', address])
  const answer = await at.ask('GET /jobs/1')
  expect([answer.status, reasonOf(answer)]).toEqual([status, reason])
  expect(at.site.received).toEqual([])
})

test.each([
  ['a name of a site that lists it itself', 'here.test', 0, [200, undefined]],
  ['a name of another site', 'other.test', 0, [403, 'address-not-public']],
  ['another port of the site', 'here.test', 1, [403, 'address-not-public']],
])('an address inside that is listed is reached by %s, or is not', async (_name, host, above, expected) => {
  at.addresses.set(host, ['127.0.0.1'])
  const tunnel = await at.gateway.tunnel(at.prison)
  const authority = `${host}:${at.plain.port + above}`
  tunnel.write(requestText(`GET http://${authority}/x HTTP/1.1`, { Host: authority, 'Guichet-Type': 'mainFrame' }))
  const answer = await readAnswer(tunnel)
  expect([answer.status, reasonOf(answer)]).toEqual(expected)
  expect(at.plain.received).toHaveLength(answer.status === 200 ? 1 : 0)
})

test('a name nobody knows, and one with no address, are told apart from a site that is down', async () => {
  at.addresses.delete('good.test')
  expect(reasonOf(await at.ask('GET /jobs/1'))).toBe('name-unknown')
  at.addresses.set('good.test', [])
  expect(reasonOf(await at.ask('GET /jobs/1'))).toBe('name-unknown')
})

test('a site whose certificate is for another name is not reached', async () => {
  const on = await at.secured('wrong.good.test')
  const headers = { Host: `wrong.good.test:${at.site.port}` }
  const answer = await at.ask('GET /jobs/1', { on, headers })
  expect([answer.status, reasonOf(answer)]).toEqual([502, 'site-unreachable'])
})

test('a policy that is published anew holds for the next request of an open tunnel', async () => {
  const on = await at.secured()
  expect((await at.ask('GET /jobs/1', { on })).status).toBe(200)
  const { text } = await at.own.database.selectFrom('web_policy').select('text').executeTakeFirstOrThrow()
  await publishWebPolicy(at.own.database, { version: 1, sites: [] })
  try {
    await expect
      .poll(async () => reasonOf(await at.ask('GET /jobs/1', { on })), { timeout: 5000 })
      .toBe('host-not-listed')
  } finally {
    await publishWebPolicy(at.own.database, JSON.parse(text))
    await expect.poll(async () => (await at.ask('GET /jobs/1', { on })).status, { timeout: 5000 }).toBe(200)
  }
})

test('a refusal is one line in the log, without path, query or name', async () => {
  const before = at.gateway.log.length
  await at.ask('GET /contact/amara-diallo?q=geheim')
  const lines = at.gateway.log.slice(before).filter(({ event }) => event === 'web request refused')
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.any(String) as string,
      event: 'web request refused',
      terminalId: at.prison.terminals[0].id,
      reason: 'path-not-listed',
      siteId: 'good',
      host: at.authority,
      method: 'GET',
      type: 'mainFrame',
    },
  ])
})
