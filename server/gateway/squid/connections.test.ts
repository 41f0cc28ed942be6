import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { once } from 'node:events'
import { connect } from 'node:net'
import { closed, readAnswer } from '../testing/raw-answer.ts'
import { requestText } from '../testing/test-gateway.ts'
import { encodeProxyHeader } from './proxy-header.ts'
import { identity, type SquidLab, startSquidLab, summary } from './testing/squid-lab.ts'

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

test.each([
  ['no header', Buffer.alloc(0)],
  ['a header of version 1', Buffer.from('PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n')],
  ['a header without ids', encodeProxyHeader([])],
  ['a header with another terminal’s name', encodeProxyHeader([{ type: 0xe0, value: 'A-07' }])],
  ['a header cut in the middle', encodeProxyHeader([]).subarray(0, 15)],
])('a connection to Squid with %s gets nothing', async (_name, header) => {
  const socket = connect(lab.squid.port, '127.0.0.1')
  socket.on('error', () => undefined)
  const host = `127.0.0.1:${lab.plain.port}`
  socket.write(header)
  socket.write(requestText(`GET http://${host}/x HTTP/1.1`, { Host: host, 'Guichet-Type': 'mainFrame' }))
  const answer = await readAnswer(socket).catch(() => undefined)
  expect([undefined, 403, 400]).toContain(answer?.status)
  expect(lab.plain.received).toEqual([])
})

test('logs hold no path, no query and nobody’s id but the terminal’s', async () => {
  await lab.ask('GET /jobs/secret-path?q=secret-words')
  await lab.ask('GET /contact/secret-path?q=secret-words')
  const log = await lab.squid.file('accessLog')
  expect(log).toContain(`${identity.terminalId} GET good.test:${lab.site.port} 403`)
  expect(log).toContain('path-not-listed')
  for (const secret of ['secret', identity.inmateId]) expect(log).not.toContain(secret)
  expect(await lab.squid.file('cacheLog')).not.toContain('secret')
})

test('a helper that dies lets nothing through, and one that comes back does', async () => {
  const inner = await lab.secured()
  lab.squid.killHelper(true)
  // The next one starts at once, so only the requests that met the dead one are refused.
  const answer = await lab.ask('GET /jobs/1', { on: inner }).catch(() => undefined)
  expect([200, 403, undefined]).toContain(answer?.status)
  await expect.poll(async () => (await lab.ask('GET /jobs/2')).status).toBe(200)
  expect(lab.site.received.at(-1)).toMatchObject({ url: '/jobs/2' })
})

test('without any helper nothing goes out', async () => {
  const lone = await startSquidLab()
  const inner = await lone.secured()
  lone.squid.killHelper(false)
  const answer = await lone.ask('GET /jobs/1', { on: inner }).catch(() => undefined)
  expect(answer === undefined || answer.body === 'W-0-31').toBe(true)
  expect(lone.site.received).toEqual([])
  await lone.close()
})

test('an answer under way ends when what is granted changes, and the next request is judged by it', async () => {
  lab.site.listener = (_request, response) => void response.write('the beginning')
  const on = await lab.secured()
  on.write(requestText('GET /jobs/1 HTTP/1.1', { Host: `good.test:${lab.site.port}`, 'Guichet-Type': 'mainFrame' }))
  await once(on, 'data')
  lab.closings = { closedRules: new Set(['good-pages']) }
  await lab.change()
  await closed(on)
  expect(summary(await lab.ask('GET /jobs/1'))).toEqual([403, 'rule-closed', 'W-1-30'])
})

test.each([
  ['site-closed', 'W-1-29', { closedSites: new Set(['good']) }],
  ['rule-closed', 'W-1-30', { closedRules: new Set(['good-pages']) }],
])('the helper refuses what is closed: %s', async (reason, code, what) => {
  lab.closings = what
  expect(summary(await lab.ask('GET /jobs/1'))).toEqual([403, reason, code])
  expect(lab.site.received).toEqual([])
})
