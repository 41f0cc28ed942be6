import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  createThrowAwayAuthority,
  startThrowAwayServer,
  type ThrowAwayAuthority,
  type ThrowAwayServer,
} from '../testing/throw-away-server.ts'
import { createHttpExchange } from './http-exchange.ts'

const asked = { method: 'GET', path: '/terminal/v1/probe', token: 'token' } as const

let authority: ThrowAwayAuthority
const running: Pick<ThrowAwayServer, 'close'>[] = []

beforeAll(async () => {
  authority = await createThrowAwayAuthority()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(server => server.close()))
})

async function start(listener: RequestListener, options = {}): Promise<ThrowAwayServer> {
  const server = await startThrowAwayServer({ ...(await authority.issue()), ...options }, listener)
  running.push(server)
  return server
}

const echo: RequestListener = (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { authorization } = request.headers
    const { method, url } = request
    response.setHeader('retry-after', '7')
    response.end(JSON.stringify({ method, url, authorization, body: Buffer.concat(chunks).toString() }))
  })
}

test('asks with its token and hands back status, date and text', async () => {
  const { url } = await start(echo)
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  const answer = await exchange({ method: 'POST', path: '/terminal/v1/push', token: 'abc', body: '{"é":1}' })
  expect(answer).toMatchObject({ status: 200, retryAfter: '7' })
  expect(Date.parse(answer.date ?? '')).not.toBeNaN()
  expect(JSON.parse(answer.text)).toEqual({
    method: 'POST',
    url: '/terminal/v1/push',
    authorization: 'Bearer abc',
    body: '{"é":1}',
  })
})

test('keeps its connection between two questions', async () => {
  const { url, server } = await start(echo)
  let connections = 0
  server.on('secureConnection', () => {
    connections += 1
  })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  await exchange(asked)
  await exchange(asked)
  expect(connections).toBe(1)
})

test('asks again on a new connection when the kept one was closed meanwhile', async () => {
  const { url, server } = await start(echo)
  const sockets: Socket[] = []
  server.on('connection', (socket: Socket) => sockets.push(socket))
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  await exchange(asked)
  for (const socket of sockets) socket.resetAndDestroy()
  await expect(exchange(asked)).resolves.toMatchObject({ status: 200 })
})

test('does not follow a redirect', async () => {
  const { url } = await start((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end())
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  await expect(exchange(asked)).resolves.toMatchObject({ status: 302 })
})

test.each([
  ['a server that answers too slowly', { answerTimeoutMs: 400 }],
  ['an answer that is too long', { answerLimitBytes: 1000 }],
])('refuses %s, and says that what was asked may have arrived', async (_name, change) => {
  const { url } = await start((request, response) => {
    if (request.url === '/long') response.end('x'.repeat(2000))
  })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem, ...change })
  const question = { ...asked, path: 'answerLimitBytes' in change ? '/long' : '/silent' }
  await expect(exchange(question)).rejects.toMatchObject({ code: 'LINE_ANSWER_LOST' })
})

test('refuses a server of another authority before anything is asked', async () => {
  let heard = 0
  const { url } = await start(() => {
    heard += 1
  })
  const exchange = createHttpExchange({ url, authorityPem: (await createThrowAwayAuthority()).certificatePem })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_UNREACHABLE' })
  expect(heard).toBe(0)
})

test('refuses a certificate of another address', async () => {
  const { url } = await start(echo, await authority.issue('127.0.0.9'))
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_UNREACHABLE' })
})

test('refuses a server that speaks no TLS 1.3', async () => {
  const { url } = await start(echo, { maxVersion: 'TLSv1.2' })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_UNREACHABLE' })
})

test('refuses an answer that is cut off', async () => {
  const { url } = await start((_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{')
    response.destroy()
  })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_ANSWER_LOST' })
})

test('gives up on a server that takes the call and says nothing', async () => {
  const silent = createServer(() => undefined)
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const exchange = createHttpExchange({
    url: `https://127.0.0.1:${String(port)}`,
    authorityPem: authority.certificatePem,
    silenceTimeoutMs: 50,
  })
  await expect(exchange(asked)).rejects.toMatchObject({
    code: 'LINE_UNREACHABLE',
    cause: { message: 'no sign of life in time' },
  })
  silent.close()
})

test('waits for a slow handshake longer than for a connection', async () => {
  const { url } = await start(echo)
  const { port } = new URL(url)
  const slow = createServer(terminal => {
    terminal.pause()
    setTimeout(() => {
      const server = connect(Number(port), '127.0.0.1')
      terminal.pipe(server).pipe(terminal)
      for (const end of [terminal, server]) end.on('error', () => undefined)
    }, 150)
  })
  slow.listen(0, '127.0.0.1')
  await once(slow, 'listening')
  const address = slow.address()
  const slowPort = typeof address === 'object' ? address?.port : undefined
  const exchange = createHttpExchange({
    url: `https://127.0.0.1:${String(slowPort)}`,
    authorityPem: authority.certificatePem,
    connectTimeoutMs: 100,
  })
  expect(await exchange(asked)).toMatchObject({ status: 200 })
  slow.close()
})

test('waits for a server as long as it says that it is at work', async () => {
  const { url } = await start((_request, response) => {
    let said = 0
    const timer = setInterval(() => {
      said += 1
      if (said < 20) {
        response.writeProcessing()
        return
      }
      clearInterval(timer)
      response.end('{}')
    }, 80)
  })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem, silenceTimeoutMs: 1000 })
  expect(await exchange(asked)).toMatchObject({ status: 200, text: '{}' })
})

test('does not wait for ever for a server that only says that it is at work', async () => {
  const timers: NodeJS.Timeout[] = []
  const { url } = await start((_request, response) => {
    timers.push(setInterval(() => response.writeProcessing(), 20))
  })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem, answerTimeoutMs: 300 })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_ANSWER_LOST' })
  for (const timer of timers) clearInterval(timer)
})

test('gives up on a server that goes silent in the middle of its answer', async () => {
  const { url } = await start((_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{')
  })
  const exchange = createHttpExchange({ url, authorityPem: authority.certificatePem, silenceTimeoutMs: 50 })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_ANSWER_LOST' })
})

test('says that nobody is there', async () => {
  const exchange = createHttpExchange({ url: 'https://127.0.0.1:9', authorityPem: authority.certificatePem })
  await expect(exchange(asked)).rejects.toMatchObject({ code: 'LINE_UNREACHABLE', cause: { code: 'ECONNREFUSED' } })
})
