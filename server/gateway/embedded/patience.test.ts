import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AGateway, startGateway } from '../testing/a-gateway.ts'
import { closed } from '../testing/raw-answer.ts'
import { requestText } from '../testing/test-gateway.ts'

const LIMIT_MS = 400
let at: AGateway

beforeAll(async () => {
  at = await startGateway({
    limits: { headTimeoutMs: LIMIT_MS, bodyTimeoutMs: LIMIT_MS },
    wayOut: { silenceTimeoutMs: 10 * LIMIT_MS },
  })
})
beforeEach(() => {
  at.site.forget()
})
afterAll(() => at.close())

/** Sends a byte now and then for as long as the connection is there, and never the last one. */
async function drip(socket: Duplex, text: string): Promise<void> {
  let sent = 0
  const timer = setInterval(() => {
    socket.write(text.charAt(sent) || 'x')
    sent += 1
  }, LIMIT_MS / 10)
  await closed(socket.resume())
  clearInterval(timer)
}

test.each([
  ['a tunnel', () => at.gateway.tunnel(at.prison), 'GET http://127.0.0.1/'],
  ['a CONNECT', () => at.gateway.tunnel(at.prison), 'CONNECT good.test:443 HTTP/1.1\r\nX: '],
  ['a connection within a tunnel', () => at.secured(), 'GET /jobs/1 HTTP/1.1\r\nX-'],
])('%s whose head comes byte by byte ends', async (_name, open, text) => {
  await drip(await open(), text)
  expect(at.site.received).toEqual([])
})

test('a body that comes byte by byte ends the connection, is told, and does not go out', async () => {
  const on = await at.secured()
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '90' }
  const before = at.gateway.log.length
  on.write(requestText('POST /search HTTP/1.1', { Host: at.authority, 'Guichet-Type': 'xhr', ...form }))
  await drip(on, 'q=')
  expect(at.gateway.log.slice(before)).toMatchObject([{ reason: 'request-malformed', host: 'good.test' }])
  expect(at.site.received).toEqual([])
})

test('a connection in use outlives both limits, and so does an answer that is waited for', async () => {
  at.site.listener = (_request, response) => void setTimeout(() => response.end('late'), LIMIT_MS * 1.5)
  const on = await at.secured()
  for (const path of ['/jobs/1', '/jobs/2']) expect((await at.ask(`GET ${path}`, { on })).body).toBe('late')
})

test('a connection that is kept and not used ends', async () => {
  const on = await at.secured()
  expect((await at.ask('GET /jobs/1', { on })).status).toBe(200)
  await closed(on.resume())
})
