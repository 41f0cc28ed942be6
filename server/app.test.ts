import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { createApp } from './app.ts'
import { openDatabase } from './database/open-database.ts'
import { aPrison, TEST_NOW, type TestPrison } from './testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.ts'
import { anOrder } from './testing/operations.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'
import { createLogger } from './logging/create-logger.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison
let port: number

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
  prison = await aPrison(own.database)
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const authorization = () => `Bearer ${server.tokenFor(prison, prison.terminals[0])}`

interface Sent {
  readonly payload: string | Buffer
  readonly contentType?: string
}

const post = ({ payload, contentType = 'application/json' }: Sent) =>
  server.app.inject({
    method: 'POST',
    url: terminalRoutes.push,
    headers: { authorization: authorization(), 'content-type': contentType },
    payload,
  })

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const batch = (operations: string) => `{"sentAt":"2026-03-02T10:00:00.000Z","operations":${operations}}`

test.each<[string, Sent, number, string]>([
  ['malformed JSON', { payload: '{"sentAt":}' }, 400, 'BODY_INVALID'],
  ['truncated JSON', { payload: batch('[{"id":"0192') }, 400, 'BODY_INVALID'],
  ['no body', { payload: '' }, 400, 'BODY_INVALID'],
  ['a body that is no object', { payload: '7' }, 400, 'BODY_INVALID'],
  ['a body that is null', { payload: 'null' }, 400, 'BODY_INVALID'],
  ['lists nested 100,000 deep', { payload: deep(100_000) }, 400, 'BODY_INVALID'],
  [
    'objects nested 100,000 deep',
    { payload: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
    400,
    'BODY_INVALID',
  ],
  ['a prototype', { payload: '{"__proto__":{"isStaff":true},"sentAt":"x","operations":[]}' }, 400, 'BODY_INVALID'],
  ['an unknown field', { payload: `{"a":1,${batch('[1]').slice(1)}` }, 400, 'BODY_INVALID'],
  ['no operations', { payload: batch('[]') }, 400, 'BODY_INVALID'],
  ['more operations than a batch holds', { payload: batch(`[${'1,'.repeat(200)}1]`) }, 400, 'BODY_INVALID'],
  ['a sending time that is none', { payload: '{"sentAt":"now","operations":[1]}' }, 400, 'BODY_INVALID'],
  ['bytes that are no UTF-8', { payload: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }, 400, 'BODY_INVALID'],
  ['a body over two mebibytes', { payload: `"${'x'.repeat(2 * 1024 * 1024)}"` }, 413, 'BODY_TOO_LARGE'],
  [
    'another content type',
    { payload: 'a=1', contentType: 'application/x-www-form-urlencoded' },
    415,
    'CONTENT_TYPE_REFUSED',
  ],
  ['a content type that is none', { payload: '{}', contentType: 'json' }, 415, 'CONTENT_TYPE_REFUSED'],
])('answers %s as the client’s fault, with a code and nothing else', async (_name, sent, status, code) => {
  const response = await post(sent)
  expect(response.statusCode).toBe(status)
  expect(response.json()).toEqual({ code, retryable: false })
})

test('answers operations nested 100,000 deep one by one', async () => {
  const named = `{"id":"0192f0c0-0000-7000-8000-000000000001","body":${deep(100_000)}}`
  const order = anOrder(prison)
  const response = await post({ payload: batch(`[${deep(100_000)},${named},${JSON.stringify(order)}]`) })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    verdicts: [
      { status: 'unreadable' },
      { status: 'rejected', rejection: { code: 'OPERATION_INVALID' } },
      { status: 'applied', operationId: order.id },
    ],
  })
})

test.each([
  ['GET', '/'],
  ['GET', '/terminal/v1'],
  ['GET', '/terminal/v1/pull/'],
  ['DELETE', '/terminal/v1/push'],
  ['GET', '/../etc/passwd'],
  ['GET', `/${'x'.repeat(5000)}`],
] as const)('answers the unknown route %s %s as unknown', async (method, url) => {
  const response = await server.app.inject({ method, url })
  expect(response.statusCode).toBe(404)
  expect(response.json()).toEqual({ code: 'ROUTE_UNKNOWN', retryable: false })
})

test('answers an address that cannot be read as the client’s fault', async () => {
  const response = await server.app.inject({ url: '/%zz' })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toEqual({ code: 'BODY_INVALID', retryable: false })
})

test.each([
  ['what is no HTTP', 'HELLO\r\n\r\n', '400'],
  ['headers of a megabyte', `GET /health HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`, '431'],
  [
    'a request with two lengths',
    'POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    '400',
  ],
])('answers %s shortly and hangs up', async (_name, text, status) => {
  const answer = await talk(text)
  expect(answer).toContain(`HTTP/1.1 ${status}`)
  expect(answer).toContain('{"code":"BODY_INVALID","retryable":false}')
})

async function talk(text: string): Promise<string> {
  const socket = await connected()
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => void chunks.push(chunk))
  socket.on('error', () => undefined)
  socket.write(text)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

async function connected(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

test('a push that is cut off half-way changes nothing, and the same push applies once', async () => {
  const order = anOrder(prison)
  const body = JSON.stringify({ sentAt: TEST_NOW.toISOString(), operations: [order] })
  const socket = await connected()
  const head = `POST ${terminalRoutes.push} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n`
  socket.write(`${head}Authorization: ${authorization()}\r\nContent-Length: ${body.length}\r\n\r\n`)
  socket.write(body.slice(0, body.length / 2))
  socket.destroy()
  await once(socket, 'close')

  expect(await own.database.selectFrom('operations').select('id').where('id', '=', order.id).execute()).toEqual([])
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'applied' }])
})

test('a push whose answer nobody hears is applied once', async () => {
  const order = anOrder(prison)
  const body = JSON.stringify({ sentAt: TEST_NOW.toISOString(), operations: [order] })
  const socket = await connected()
  const head = `POST ${terminalRoutes.push} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n`
  socket.write(`${head}Authorization: ${authorization()}\r\nContent-Length: ${body.length}\r\n\r\n${body}`, () =>
    socket.destroy(),
  )
  await once(socket, 'close')

  const [verdict] = await server.push(prison, [order])
  expect(['applied', 'duplicate']).toContain(verdict?.status)
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'duplicate' }])
  const holds = await own.database
    .selectFrom('ledger_transactions')
    .select('kind')
    .where('request_id', '=', order.id)
    .execute()
  expect(holds).toEqual([{ kind: 'order-hold' }])
})

test('the process answers for its health without a token or a database', async () => {
  const response = await server.app.inject({ url: '/health' })
  expect(response.json()).toEqual({ status: 'up' })
})

test('a database that is away is 503 with a time to come back, and the log says nothing of who asked', async () => {
  const nowhere = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }, { max: 1 })
  const lines: string[] = []
  const logger = createLogger({ level: 'debug', destination: { write: line => void lines.push(line) } })
  const { keys } = server
  const app = createApp({ database: nowhere, keys, clock: () => TEST_NOW, logger })
  const response = await app.inject({
    method: 'POST',
    url: `${terminalRoutes.push}?pin=482139`,
    headers: { authorization: authorization(), 'content-type': 'application/json' },
    payload: JSON.stringify({ sentAt: TEST_NOW.toISOString(), operations: [anOrder(prison)] }),
  })
  expect(response.statusCode).toBe(503)
  expect(response.json()).toEqual({ code: 'DATABASE_UNAVAILABLE', retryable: true })
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
  await app.close()
  await nowhere.destroy()
  expect(lines.map(line => JSON.parse(line) as unknown)).toMatchObject([
    { event: 'request answered', route: terminalRoutes.push, status: 503, code: 'DATABASE_UNAVAILABLE' },
  ])
  expect(lines.join('')).not.toContain('482139')
})
