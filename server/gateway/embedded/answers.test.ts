import type { ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { permissionsPolicy } from '#shared/policy/page-policy.ts'
import { type AGateway, reasonOf, startGateway } from '../testing/a-gateway.ts'
import { HELLO } from '../testing/throw-away-site.ts'

const MAX_ANSWER_BYTES = 100_000
let at: AGateway

beforeAll(async () => {
  at = await startGateway({ limits: { maxAnswerBytes: MAX_ANSWER_BYTES } })
})
beforeEach(() => {
  at.site.forget()
})
afterAll(() => at.close())

const answering = (answer: (response: ServerResponse) => void): void => {
  at.site.listener = (_request, response) => {
    answer(response)
  }
}

test('only listed headers come back, and every answer carries what holds the page', async () => {
  const spoken = {
    'Accept-CH': 'Sec-CH-UA-Model',
    'Alt-Svc': 'h3=":443"',
    'Clear-Site-Data': '"*"',
    'Content-Security-Policy': "script-src 'self'; report-uri https://evil.test/",
    'Content-Type': 'text/html',
    'Cross-Origin-Opener-Policy-Report-Only': 'same-origin',
    Link: '<https://evil.test/x>; rel=preload',
    Location: '/elsewhere',
    NEL: '{}',
    'Origin-Trial': 'x',
    'Proxy-Authenticate': 'Basic',
    Refresh: '0; url=https://evil.test/',
    'Report-To': '{}',
    'Reporting-Endpoints': 'x="https://evil.test/"',
    'Server-Timing': 'x',
    'Service-Worker-Allowed': '/',
    'Set-Cookie': ['a=1; Secure', 'b=2'],
    SourceMap: 'https://evil.test/',
    'Speculation-Rules': '"/x"',
    'Strict-Transport-Security': 'max-age=1',
    'Guichet-Refused': 'gate-failed',
    'WWW-Authenticate': 'Basic',
    'X-Invented-Tomorrow': 'x',
  }
  answering(response => response.writeHead(200, spoken).end(HELLO))
  const { headers } = await at.ask('GET /jobs/1')
  expect([...headers.keys()].toSorted()).toEqual([
    'connection',
    'content-security-policy',
    'content-type',
    'date',
    'keep-alive',
    'location',
    'permissions-policy',
    'set-cookie',
    'transfer-encoding',
    'x-dns-prefetch-control',
  ])
  expect(headers.get('set-cookie')).toEqual(['a=1; Secure', 'b=2'])
  expect(headers.get('permissions-policy')).toEqual([permissionsPolicy])
  expect(headers.get('content-security-policy')).toMatchObject([
    "script-src 'self'",
    expect.stringContaining('sandbox') as string,
  ])
})

test('a redirect is passed on and not followed', async () => {
  answering(response => response.writeHead(302, { Location: 'https://evil.test/' }).end())
  const answer = await at.ask('GET /jobs/1')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, ['https://evil.test/']])
  expect(at.site.received).toHaveLength(1)
})

test('what a site says before its answer stays here', async () => {
  answering(response => {
    response.writeProcessing()
    response.writeEarlyHints({ link: '<https://evil.test/x>; rel=preload' })
    response.end(HELLO)
  })
  const answer = await at.ask('GET /jobs/1')
  expect(answer.status).toBe(200)
  expect(answer.headers.has('link')).toBe(false)
})

test('a site that changes the protocol is not followed', async () => {
  answering(response => {
    response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  })
  const answer = await at.ask('GET /jobs/1')
  expect([answer.status, reasonOf(answer)]).toEqual([502, 'answer-not-allowed'])
})

test('a site cannot ask for a proxy’s password', async () => {
  answering(response => response.writeHead(407, { 'Proxy-Authenticate': 'Basic' }).end())
  expect(reasonOf(await at.ask('GET /jobs/1'))).toBe('answer-not-allowed')
})

test('a download is refused as a page, and an attachment to a page loses only its name', async () => {
  answering(response => response.writeHead(200, { 'Content-Disposition': 'attachment; filename=a.json' }).end('{}'))
  const page = await at.ask('GET /jobs/1')
  expect([page.status, reasonOf(page)]).toEqual([403, 'download-not-allowed'])
  const part = await at.ask('GET /jobs/1', { headers: { 'Guichet-Type': 'xhr' } })
  expect([part.status, part.headers.has('content-disposition')]).toEqual([200, false])
})

test('an answer said to be too long is refused, and one that grows too long is cut off', async () => {
  answering(response => response.writeHead(200, { 'Content-Length': MAX_ANSWER_BYTES + 1 }).end())
  expect(reasonOf(await at.ask('GET /jobs/1'))).toBe('answer-not-allowed')
  answering(response => {
    for (let left = 20; left > 0; left -= 1) response.write(Buffer.alloc(MAX_ANSWER_BYTES / 10))
    response.end()
  })
  await expect(at.ask('GET /jobs/1')).rejects.toThrow('the connection ended')
})

test.each([
  ['gzip', gzipSync],
  ['X-GZIP', gzipSync],
  ['br', brotliCompressSync],
] as const)(
  'an answer packed with %s passes as it came, and is cut off where it unpacks to too much',
  async (coding, pack) => {
    const say = (packed: Buffer) => {
      answering(response => response.writeHead(200, { 'Content-Encoding': coding }).end(packed))
    }
    const most = pack(Buffer.alloc(MAX_ANSWER_BYTES))
    say(most)
    const whole = await at.ask('GET /jobs/1')
    expect([whole.status, whole.headers.get('content-encoding')]).toEqual([200, [coding]])
    expect(whole.body).toContain(most.toString('latin1'))
    for (const bytes of [MAX_ANSWER_BYTES + 1, MAX_ANSWER_BYTES * 100]) {
      say(pack(Buffer.alloc(bytes)))
      await expect(at.ask('GET /jobs/1')).rejects.toThrow('the connection ended')
    }
  },
)

test('a second answer packed behind the first is counted as well', async () => {
  const half = gzipSync(Buffer.alloc(MAX_ANSWER_BYTES / 2))
  const say = (...parts: readonly Buffer[]) => {
    answering(response => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(Buffer.concat(parts)))
  }
  say(half, half)
  expect((await at.ask('GET /jobs/1')).status).toBe(200)
  say(half, half, half)
  await expect(at.ask('GET /jobs/1')).rejects.toThrow('the connection ended')
})

test.each(['deflate', 'zstd', 'gzip, gzip', 'br, gzip', 'invented'])(
  'an answer packed with %s, which was not asked for, is refused',
  async coding => {
    answering(response => response.writeHead(200, { 'Content-Encoding': coding }).end(deflateSync(HELLO)))
    const answer = await at.ask('GET /jobs/1')
    expect([answer.status, reasonOf(answer)]).toEqual([502, 'answer-not-allowed'])
  },
)

test('what is not packed as it says ends the connection', async () => {
  answering(response => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(HELLO))
  await expect(at.ask('GET /jobs/1')).rejects.toThrow('the connection ended')
})

test('a site that says nothing in time is given up', async () => {
  answering(() => undefined)
  const answer = await at.ask('GET /jobs/1')
  expect([answer.status, reasonOf(answer)]).toEqual([504, 'site-unreachable'])
})

test('a site that falls silent in the middle ends the connection', async () => {
  answering(response => response.write('half'))
  await expect(at.ask('GET /jobs/1')).rejects.toThrow('the connection ended')
})

test('a site that hangs up is told apart from a page', async () => {
  answering(response => response.socket?.destroy())
  const answer = await at.ask('GET /jobs/1')
  expect([answer.status, reasonOf(answer)]).toEqual([502, 'site-unreachable'])
})

test('trailers stay here', async () => {
  answering(response => {
    response.writeHead(200, { Trailer: 'X-Later' })
    response.write('a')
    response.addTrailers({ 'X-Later': 'b' })
    response.end()
  })
  const answer = await at.ask('GET /jobs/1')
  expect(answer.body).not.toContain('X-Later')
})

test('a terminal that leaves ends the request at the site', async () => {
  let isGone = false
  answering(response => {
    response.on('close', () => {
      isGone = true
    })
  })
  const on = await at.secured()
  const answer = at.ask('GET /jobs/1', { on })
  await expect.poll(() => at.site.received.length).toBe(1)
  on.destroy()
  await expect(answer).rejects.toThrow('the connection ended')
  await expect.poll(() => isGone).toBe(true)
})

test('what a page writes into its headers does not go out', async () => {
  const headers = {
    Accept: 'text/html, secret/message;q=0.7, application/json;q=0.55;x=y',
    'Accept-Language': 'fr-BE, xx-YY;q=0.9, nl;q=0.8, fr-BE',
    Authorization: 'Bearer message',
    'Cache-Control': 'message',
    Cookie: 'note=message',
    DNT: '1',
    Forwarded: 'for=message',
    'If-None-Match': '"message"',
    Origin: `https://${at.authority}`,
    Priority: 'u=1',
    Range: 'bytes=0-1',
    Referer: `https://${at.authority}/jobs/message`,
    'Sec-CH-UA': '"message"',
    'Sec-Fetch-Dest': 'document',
    TE: 'trailers',
    'User-Agent': 'Message/1.0 Chrome/142.0.1.2 and more',
    Via: 'message',
    'X-Custom': 'message',
    'X-Forwarded-For': '10.0.0.1',
    'X-Requested-With': 'message',
    'Guichet-Initiator': `https://${at.authority}/jobs/2`,
  }
  await at.ask('GET /jobs/1', { headers })
  expect(at.site.received[0]?.headers).toEqual({
    accept: 'text/html, application/json;q=0.5',
    'accept-encoding': 'gzip, br',
    'accept-language': 'fr-be, nl;q=0.8',
    connection: 'keep-alive',
    host: at.authority,
    origin: `https://${at.authority}`,
    referer: `https://${at.authority}/`,
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  })
})
