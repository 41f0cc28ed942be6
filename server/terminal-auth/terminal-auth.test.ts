import { createHmac, generateKeyPairSync } from 'node:crypto'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { createTestTerminal, type TestTerminal, type TokenParts, tokenOf } from '../testing/test-terminal.ts'
import { TERMINAL_CACHE_MS } from './find-terminal.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison
let terminal: TestTerminal

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
beforeEach(async () => {
  server.now = TEST_NOW
  prison = await aPrison(own.database)
  terminal = prison.terminals[0]
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const probe = (authorization?: string) =>
  server.app.inject({ url: terminalRoutes.probe, headers: authorization === undefined ? {} : { authorization } })
const bearer = (parts?: TokenParts, now = TEST_NOW) => `Bearer ${tokenOf(terminal, prison.id, now, parts)}`
const epoch = (offsetSeconds: number) => Math.floor(TEST_NOW.getTime() / 1000) + offsetSeconds
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a terminal that proves its key is let in', async () => {
  const response = await probe(bearer())
  expect(response.statusCode).toBe(204)
  expect(response.body).toBe('')
})

test.each([
  ['fresh', 0],
  ['of a clock two minutes behind', -110],
  ['of a clock two minutes ahead', 110],
])('a token %s is let in', async (_name, offset) => {
  expect((await probe(bearer({}, new Date(TEST_NOW.getTime() + offset * 1000)))).statusCode).toBe(204)
})

const spoilt: Record<string, () => string | undefined | Promise<string>> = {
  'no token': () => undefined,
  'another scheme': () => `Basic ${Buffer.from('a:b').toString('base64')}`,
  'no token at all': () => 'Bearer token',
  'three dots of nothing': () => 'Bearer a.b.c',
  'a signature of another key': () => bearer({ signWith: generateKeyPairSync('ed25519').privateKey }),
  'another terminal named, signed with the own key': () =>
    bearer({ header: { alg: 'EdDSA', kid: prison.terminals[1].id } }),
  'another subject than the key’s': () => bearer({ claims: { sub: prison.terminals[1].id } }),
  'an unknown terminal': () => `Bearer ${tokenOf(createTestTerminal('nowhere'), prison.id, TEST_NOW)}`,
  'a terminal id that is none': () => bearer({ header: { alg: 'EdDSA', kid: "' or 1=1 --" } }),
  'another audience': () => bearer({ claims: { aud: `guichet:${uuid()}` } }),
  'a list of audiences': () => bearer({ claims: { aud: [`guichet:${prison.id}`] } }),
  'a token that has ended': () => bearer({ claims: { iat: epoch(-300), exp: epoch(-121) } }),
  'a token of the future': () => bearer({ claims: { iat: epoch(121), exp: epoch(200) } }),
  'a token that lives too long': () => bearer({ claims: { exp: epoch(301) } }),
  'a token that ends before it begins': () => bearer({ claims: { iat: epoch(10), exp: epoch(5) } }),
  'a token without an end': () => bearer({ claims: { exp: undefined } }),
  'a claim more': () => bearer({ claims: { role: 'staff' } }),
  'a header field more': () => bearer({ header: { alg: 'EdDSA', kid: terminal.id, jku: 'https://keys.example' } }),
  'no algorithm': () => `Bearer ${part({ alg: 'none', kid: terminal.id })}.${bearer().split('.')[1]}.AA`,
  'the public key used as a shared secret': () => {
    const signed = `${part({ alg: 'HS256', kid: terminal.id })}.${bearer().split('.')[1] ?? ''}`
    return `Bearer ${signed}.${createHmac('sha256', terminal.publicKey).update(signed).digest('base64url')}`
  },
  'a revoked terminal': async () => {
    await own.database.updateTable('terminals').set({ revoked_at: TEST_NOW }).where('id', '=', terminal.id).execute()
    return bearer()
  },
  'a terminal that is not enrolled': async () => {
    await own.database.updateTable('terminals').set({ enrolled_at: null }).where('id', '=', terminal.id).execute()
    return bearer()
  },
  'a terminal without a key': async () => {
    await own.database.updateTable('terminals').set({ public_key: null }).where('id', '=', terminal.id).execute()
    return bearer()
  },
}

test.each(Object.entries(spoilt))('%s is refused, with the very same answer', async (_name, authorization) => {
  const refusal = await probe()
  const response = await probe(await authorization())
  expect(response.statusCode).toBe(401)
  expect(response.json()).toEqual({ code: 'TERMINAL_REFUSED', retryable: false })
  expect(response.rawPayload).toEqual(refusal.rawPayload)
  expect(response.headers).toEqual(refusal.headers)
})

test('a refusal tells the time, so that a terminal with a wrong clock can correct itself', async () => {
  expect((await probe()).headers['date']).toBe('Mon, 02 Mar 2026 10:00:00 GMT')
})

test('a terminal that is revoked while it is at work is out within the time answers are remembered', async () => {
  expect((await probe(bearer())).statusCode).toBe(204)
  await own.database.updateTable('terminals').set({ revoked_at: TEST_NOW }).where('id', '=', terminal.id).execute()
  server.now = new Date(TEST_NOW.getTime() + TERMINAL_CACHE_MS)
  expect((await probe(bearer())).statusCode).toBe(401)
})

test('a revoked terminal is out also when the server’s clock was set back', async () => {
  expect((await probe(bearer())).statusCode).toBe(204)
  await own.database.updateTable('terminals').set({ revoked_at: TEST_NOW }).where('id', '=', terminal.id).execute()
  server.now = new Date(TEST_NOW.getTime() - TERMINAL_CACHE_MS)
  expect((await probe(bearer())).statusCode).toBe(401)
})

test.each([
  ['GET', terminalRoutes.probe],
  ['GET', terminalRoutes.pull],
  ['POST', terminalRoutes.push],
] as const)('%s %s refuses before it reads a byte of the body', async (method, url) => {
  const headers = { 'content-type': 'application/json' }
  const response = await server.app.inject({ method, url, headers, payload: '{"half' })
  expect(response.statusCode).toBe(401)
})
