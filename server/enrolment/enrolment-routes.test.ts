import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { enrolAnswerSchema, type EnrolmentCode, lookAtCodeAnswerSchema } from '#shared/contracts/enrolment.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { codeFromBytes, ENROLMENT_CODE_BYTES } from '#shared/enrolment/code.ts'
import { must } from '#shared/errors/must.ts'
import { lastAudit } from '../audit/list-audit.ts'
import { rawPublicKey } from '../keys/ed25519-key.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { testTrust } from '../testing/test-trust.ts'
import { WRONG_CODES_OF_ALL, WRONG_CODES_PER_ADDRESS } from './count-wrong-codes.ts'
import { revokeTerminal } from './enrol-terminal.ts'
import { ENROLMENT_CODE_LIFE_MS, makeCodes } from './make-codes.ts'
import { REPEATABLE_FOR_MS } from './use-code.ts'
import { withdrawCodeOf } from './withdraw-codes.ts'

const SERVER_URL = 'https://10.0.0.5:7443'

let own: TestDatabase
let server: TestServer
let prison: TestPrison
let name: string

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.drop())
beforeEach(async () => {
  server = createTestServer(own.database, { enrolment: testTrust })
  prison = await aPrison(own.database)
  name = prison.terminals[0].name
  return () => server.close()
})

const newKey = () => rawPublicKey(generateKeyPairSync('ed25519').privateKey)
const post = (url: string, payload: object, remoteAddress = '10.1.0.1') =>
  server.app.inject({ method: 'POST', url, payload, remoteAddress })
const look = (code: string, from?: string) => post(terminalRoutes.enrolmentLook, { code }, from)
const enrol = (code: string, publicKey = newKey(), from?: string) =>
  post(terminalRoutes.enrolment, { code, publicKey }, from)
const makeCode = async (terminal = name) => {
  const wish = { serverUrl: SERVER_URL, language: 'nl' as const, lifeMs: ENROLMENT_CODE_LIFE_MS, madeBy: null }
  return must((await makeCodes(own.database, { ...wish, terminals: [terminal] }, server.now))[0], 'a code').code
}
/** A code nobody was given. */
const guess = (number: number): EnrolmentCode => codeFromBytes(new Uint8Array(ENROLMENT_CODE_BYTES).fill(number))
const after = (ms: number) => {
  server.now = new Date(server.now.getTime() + ms)
}
const keyOf = async (terminal = name) =>
  (
    await own.database
      .selectFrom('terminals')
      .select(['public_key as publicKey', 'revoked_at as revokedAt'])
      .where('name', '=', terminal)
      .executeTakeFirstOrThrow()
  ).publicKey
const probe = (authorization: string) =>
  server.app.inject({ url: terminalRoutes.probe, headers: { authorization: `Bearer ${authorization}` } })

const unknown = { code: 'ENROLMENT_CODE_UNKNOWN', retryable: false }
const used = { code: 'ENROLMENT_CODE_USED', retryable: false }
const expired = { code: 'ENROLMENT_CODE_EXPIRED', retryable: false }
const spent = { code: 'ENROLMENT_TRIES_SPENT', retryable: true }

test('a look tells what the code is for, and the server’s time, and changes nothing', async () => {
  const code = await makeCode()
  for (const _ of ['once', 'again']) {
    const response = await look(code)
    expect(response.statusCode).toBe(200)
    expect(lookAtCodeAnswerSchema.parse(response.json())).toMatchObject({
      terminal: { name, cell: prison.cellIds[0], wing: 'Wing' },
      prison: { names: { en: 'Test prison' } },
      serverTime: TEST_NOW.toISOString(),
      expiresAt: new Date(TEST_NOW.getTime() + ENROLMENT_CODE_LIFE_MS).toISOString(),
    })
  }
  expect(await keyOf()).toBe(prison.terminals[0].publicKey)
})

test('a code takes its terminal in with the key it made, and tells it all it has to know', async () => {
  const publicKey = newKey()
  const response = await enrol(await makeCode(), publicKey)
  expect(response.statusCode).toBe(200)
  const { configuration, serverTime } = enrolAnswerSchema.parse(response.json())
  expect(serverTime).toBe(TEST_NOW.toISOString())
  expect(configuration).toMatchObject({
    prison: { id: prison.id },
    server: { url: SERVER_URL, authorityPem: testTrust.authorityPem, stateSigners: [{ keyId: 'test-state-key' }] },
    gateway: { url: SERVER_URL, authorityPem: testTrust.webAuthorityPem },
    terminal: { id: prison.terminals[0].id, name },
    language: 'nl',
  })
  expect(await keyOf()).toBe(publicKey)
})

test('the secret of its service screen is its own, the same when asked again, and another after the next enrolment', async () => {
  const secretOf = async (code: string, publicKey: string) =>
    enrolAnswerSchema.parse((await enrol(code, publicKey)).json()).configuration.service?.secret
  const publicKey = newKey()
  const code = await makeCode()
  const secret = await secretOf(code, publicKey)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(await secretOf(code, publicKey)).toBe(secret)
  expect(await secretOf(await makeCode(), newKey())).not.toBe(secret)
})

test('from that moment on the old key is refused and the new one let in', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const old = server.tokenFor(prison, prison.terminals[0])
  // The one before is on the line, and remembered.
  expect((await probe(old)).statusCode).toBe(204)
  await enrol(await makeCode(), rawPublicKey(privateKey))
  expect((await probe(old)).statusCode).toBe(401)
  const renewed = { ...prison.terminals[0], privateKey }
  expect((await probe(server.tokenFor(prison, renewed))).statusCode).toBe(204)
})

test('a code that nobody was given is unknown', async () => {
  for (const response of [await look(guess(1)), await enrol(guess(1))]) {
    expect(response.statusCode).toBe(404)
    expect(response.json()).toEqual(unknown)
  }
})

test('what a new terminal cannot be told uses no code up', async () => {
  const keyless = { ...testTrust, readMedicalKey: () => Promise.reject(new Error('no key')) }
  const other = createTestServer(own.database, { enrolment: keyless })
  const code = await makeCode()
  const payload = { code, publicKey: newKey() }
  const response = await other.app.inject({ method: 'POST', url: terminalRoutes.enrolment, payload })
  await other.close()
  expect(response.statusCode).toBe(500)
  expect((await enrol(code)).statusCode).toBe(200)
})

test('a used code is used, whoever comes with it', async () => {
  const code = await makeCode()
  const publicKey = newKey()
  await enrol(code, publicKey)
  for (const response of [await look(code), await enrol(code)]) {
    expect(response.statusCode).toBe(410)
    expect(response.json()).toEqual(used)
  }
  expect(await keyOf()).toBe(publicKey)
})

test('an answer that was lost is given again to the same key, for an hour', async () => {
  const code = await makeCode()
  const publicKey = newKey()
  const first = await enrol(code, publicKey)
  after(REPEATABLE_FOR_MS - 1)
  const again = await enrol(code, publicKey)
  expect(again.statusCode).toBe(200)
  expect(enrolAnswerSchema.parse(again.json()).configuration).toEqual(
    enrolAnswerSchema.parse(first.json()).configuration,
  )
  after(1)
  expect((await enrol(code, publicKey)).json()).toEqual(used)
})

test('it is not given again once the terminal was revoked, or enrolled anew', async () => {
  const code = await makeCode()
  const publicKey = newKey()
  await enrol(code, publicKey)
  await revokeTerminal(own.database, name, server.now)
  expect((await enrol(code, publicKey)).json()).toEqual(used)
  await enrol(await makeCode())
  expect((await enrol(code, publicKey)).json()).toEqual(used)
  expect(await keyOf()).not.toBe(publicKey)
})

test('a code is good until it expires, and not a moment longer', async () => {
  const code = await makeCode()
  after(ENROLMENT_CODE_LIFE_MS - 1)
  expect((await look(code)).statusCode).toBe(200)
  after(1)
  for (const response of [await look(code), await enrol(code)]) {
    expect(response.statusCode).toBe(410)
    expect(response.json()).toEqual(expired)
  }
})

test.each([
  ['that was withdrawn', () => withdrawCodeOf(own.database, name, server.now)],
  ['of a terminal that was revoked since', () => revokeTerminal(own.database, name, server.now)],
  ['after which another was made', () => makeCode()],
])('a code %s is no longer good', async (_name, spoil) => {
  const code = await makeCode()
  await spoil()
  for (const response of [await look(code), await enrol(code)]) expect(response.json()).toEqual(expired)
})

test('of two terminals with one code in the same moment one comes in', async () => {
  for (let round = 0; round < 5; round += 1) {
    const code = await makeCode()
    const keys = [newKey(), newKey(), newKey()]
    const answers = await Promise.all(keys.map(key => enrol(code, key)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 410, 410])
    const winner = answers.findIndex(({ statusCode }) => statusCode === 200)
    expect(await keyOf()).toBe(keys[winner])
  }
})

test('of two servers that are asked with one code in the same moment one lets in', async () => {
  const other = createTestServer(own.database, { enrolment: testTrust })
  const ask = (one: TestServer, code: string) =>
    one.app.inject({ method: 'POST', url: terminalRoutes.enrolment, payload: { code, publicKey: newKey() } })
  for (let round = 0; round < 5; round += 1) {
    const code = await makeCode()
    const answers = await Promise.all([ask(server, code), ask(other, code)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 410])
  }
  await other.close()
})

test('an address that sends too many codes nobody was given is told so; a right code of its is not refused', async () => {
  const code = await makeCode()
  for (let tries = 0; tries < WRONG_CODES_PER_ADDRESS; tries += 1) {
    expect((await look(guess(tries), '10.6.6.6')).json()).toEqual(unknown)
  }
  for (const response of [await look(guess(77), '10.6.6.6'), await enrol(guess(77), newKey(), '10.6.6.6')]) {
    expect(response.statusCode).toBe(429)
    expect(response.json()).toEqual(spent)
  }
  expect((await look(guess(77), '10.6.6.7')).json()).toEqual(unknown)
  expect((await look(code, '10.6.6.6')).statusCode).toBe(200)
  expect((await enrol(code, newKey(), '10.6.6.6')).statusCode).toBe(200)
})

test('all addresses together are bounded too', async () => {
  for (let tries = 0; tries < WRONG_CODES_OF_ALL; tries += 1) {
    expect((await look(guess(tries % 32), `10.7.0.${tries}`)).json()).toEqual(unknown)
  }
  expect((await look(guess(1), '10.7.1.1')).json()).toEqual(spent)
})

test('what was done is on record, wrong codes as one count, and no code is', async () => {
  const code = await makeCode()
  await enrol(code)
  for (const number of [1, 2, 3]) await look(guess(number), `10.8.0.${number % 2}`)
  await server.app.close()
  const records = await lastAudit(own.database, 3)
  expect(records).toMatchObject([
    { actor: 'server', action: 'enrolment-codes-made', subject: { terminals: [name] } },
    { actor: `terminal:${prison.terminals[0].id}`, action: 'terminal-enrolled', subject: { name, replaced: true } },
    { actor: 'server', action: 'enrolment-codes-refused', subject: { count: 3, addresses: 2 } },
  ])
  expect(JSON.stringify(records)).not.toContain(code)
})

test('a block behind one address comes in at once', async () => {
  const codes = await Promise.all(prison.terminals.map(terminal => makeCode(terminal.name)))
  const prisons = await Promise.all(Array.from({ length: 6 }, () => aPrison(own.database)))
  for (const { terminals } of prisons) for (const terminal of terminals) codes.push(await makeCode(terminal.name))
  const answers = await Promise.all(
    codes.map(async code => [(await look(code)).statusCode, (await enrol(code)).statusCode]),
  )
  expect(answers).toEqual(codes.map(() => [200, 200]))
})

test.each([
  ['a code with dashes', { code: '7K2M-QX4D-9RTA' }],
  ['a code with letters that are in none', { code: 'ILOUILOUILOU' }],
  ['an unknown field', { code: '7K2MQX4D9RTA', name: 'A-01' }],
  ['a body of kilobytes', { code: '7'.repeat(5000) }],
])('%s is the client’s fault', async (_name, payload) => {
  const response = await post(terminalRoutes.enrolmentLook, payload)
  expect([400, 413]).toContain(response.statusCode)
})

test('where no terminals are taken in, there are no such routes', async () => {
  const closed = createTestServer(own.database)
  const response = await closed.app.inject({ method: 'POST', url: terminalRoutes.enrolmentLook, payload: {} })
  expect(response.json()).toMatchObject({ code: 'ROUTE_UNKNOWN' })
  await closed.close()
})
