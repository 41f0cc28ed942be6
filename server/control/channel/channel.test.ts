import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { OrderIntent } from '#shared/directive/order.ts'
import { leaseGrantSchema } from '#shared/directive/state-document.ts'
import { must } from '#shared/errors/must.ts'
import { lastAudit } from '../../audit/list-audit.ts'
import { enrolTerminal, revokeTerminal } from '../../enrolment/enrol-terminal.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { aWarden, type TestWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestStateKeys, type TestStateKeys } from '../../testing/test-state-keys.ts'
import { issueOrder } from '../orders/issue-order.ts'
import { readProgress } from '../progress/read-progress.ts'
import { readState } from '../state/read-state.ts'
import { type ControlServer, startControlServer } from '../testing/control-server.ts'
import { type HonestTerminal, joinHonestly, newNonce, openChannel, type TestChannel } from '../testing/test-channel.ts'
import { CLOSE_LEAVING, CLOSE_REPLACED, CLOSE_REVOKED, CLOSE_VIOLATION } from './connection.ts'

let own: TestDatabase
let prison: TestPrison
let keys: TestStateKeys
let server: ControlServer
let warden: TestWarden
const open: { readonly webSocket: TestChannel['webSocket'] }[] = []

beforeAll(async () => {
  own = await createTestDatabase()
  keys = createTestStateKeys()
  warden = await aWarden(own.database)
})
beforeEach(async () => {
  prison = await aPrison(own.database)
  server ??= await startControlServer({ database: own.database, keys, connection: own.connection })
})
afterEach(() => {
  for (const { webSocket } of open.splice(0)) webSocket.terminate()
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const patiently = { timeout: 8000, interval: 20 }
const closeTheWeb: OrderIntent = {
  kind: 'close', target: { kind: 'service', service: 'web' }, scope: { kind: 'everyone' }, reason: 'incident',
  line: null, from: null, until: null,
} // prettier-ignore
const give = (intent = closeTheWeb) =>
  issueOrder({ database: own.database, keys, clock: () => new Date() }, { intent, by: warden, via: 'console' })
const version = async () => must(await readState(own.database), 'a document').version
const wish = (at: 0 | 1 = 0) => ({ url: server.url, terminal: prison.terminals[at], prisonId: prison.id })

async function knock(at: 0 | 1 = 0): Promise<TestChannel> {
  const channel = await openChannel(wish(at))
  open.push(channel)
  return channel
}

async function join(holds?: { version: number; jws?: string | undefined }, at: 0 | 1 = 0): Promise<HonestTerminal> {
  const terminal = await joinHonestly({ ...wish(at), keyIds: [keys.first.keyId], ...(holds && { holds }) })
  open.push(terminal.channel)
  return terminal
}

const standing = async (at: 0 | 1 = 0) => {
  const { terminals } = await readProgress(own.database)
  return must(
    terminals.find(({ terminalId }) => terminalId === prison.terminals[at].id),
    'the terminal',
  )
}
const untilObeyed = (at?: 0 | 1) =>
  vi.waitFor(async () => {
    expect(await standing(at)).toMatchObject({ status: 'obeyed', isConnected: true })
  }, patiently)
const logged = (reason: string) => server.log.filter(line => line['reason'] === reason)

test('a terminal gets what is in force when it comes, each order as it is given, and is known to obey', async () => {
  const terminal = await join()
  await untilObeyed()
  expect(terminal.held().version).toBe(await version())
  const order = await give()
  await vi.waitFor(() => {
    expect(terminal.held().version).toBe(order.version)
  }, patiently)
  await untilObeyed()
  expect(await standing()).toMatchObject({ obeyedVersion: order.version })
})

test('a terminal that comes back with what is in force is sent nothing, and one that missed orders only the last', async () => {
  const first = await join()
  await untilObeyed()
  const missed = first.held()
  await first.leave()
  await vi.waitFor(async () => {
    expect(await standing()).toMatchObject({ isConnected: false })
  }, patiently)
  await give()
  await give()
  expect(await standing()).toMatchObject({ status: 'unreachable' })
  const second = await join(missed)
  await untilObeyed()
  expect(second.channel.heard.map(({ type }) => type)).toEqual(['state'])
  const upToDate = second.held()
  await second.leave()
  const third = await join(upToDate)
  third.channel.say({ type: 'renew', version: upToDate.version, nonce: newNonce() })
  expect(await third.channel.next()).toMatchObject({ type: 'lease' })
})

test('a lease is granted for the nonce, to who holds what is in force, and its end is known', async () => {
  const terminal = await join()
  await untilObeyed()
  const nonce = newNonce()
  terminal.channel.say({ type: 'renew', version: terminal.held().version, nonce })
  const lease = await vi.waitFor(() =>
    must(
      terminal.channel.heard.find(({ type }) => type === 'lease'),
      'a lease',
    ),
  )
  const payload = lease.type === 'lease' ? must(lease.grant.split('.')[1], 'a payload') : ''
  const grant = leaseGrantSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  expect(grant).toMatchObject({
    nonce,
    version: await version(),
    terminalId: prison.terminals[0].id,
    prisonId: prison.id,
  })
  await vi.waitFor(async () => {
    expect((await standing()).webLeaseUntil).toEqual(new Date(Date.parse(grant.at) + grant.leases.web * 1000))
  }, patiently)
})

test('who holds an older document gets the one in force, and no lease', async () => {
  await give()
  const channel = await knock()
  const current = await version()
  channel.say({ type: 'hello', version: 0, keyIds: [keys.first.keyId] })
  channel.say({ type: 'renew', version: 0, nonce: newNonce() })
  expect(await channel.next()).toMatchObject({ type: 'state' })
  channel.say({ type: 'obeyed', version: current })
  const nonce = newNonce()
  channel.say({ type: 'renew', version: current, nonce })
  expect(await channel.next()).toMatchObject({ type: 'lease' })
  expect(channel.heard).toHaveLength(2)
})

test('a terminal that does not prove itself is not let in', async () => {
  const stranger = generateKeyPairSync('ed25519').privateKey
  await expect(openChannel({ ...wish(), token: { signWith: stranger } })).rejects.toThrow('answered 401')
})

test.each<[string, string, (channel: TestChannel) => void]>([
  ['no message', 'message-malformed', channel => channel.webSocket.send('{"type":"open everything"}')],
  [
    'an unknown field',
    'message-malformed',
    channel => channel.webSocket.send('{"type":"obeyed","version":1,"as":"warden"}'),
  ],
  ['bytes', 'not-text', channel => channel.webSocket.send(Buffer.from([1, 2, 3]))],
  ['something before hello', 'out-of-order', channel => channel.say({ type: 'obeyed', version: 1 })],
  [
    'a document nobody asked for',
    'document-unasked',
    channel => {
      channel.say({ type: 'hello', version: 0, keyIds: ['k'] })
      channel.say({ type: 'held', document: 'a.b.c' })
    },
  ],
  [
    'hello twice',
    'out-of-order',
    channel => {
      channel.say({ type: 'hello', version: 0, keyIds: ['k'] })
      channel.say({ type: 'hello', version: 0, keyIds: ['k'] })
    },
  ],
  [
    'a version nobody made',
    'version-unknown',
    channel => {
      channel.say({ type: 'hello', version: 0, keyIds: ['k'] })
      channel.say({ type: 'obeyed', version: 9_999_999 })
    },
  ],
  [
    'too long a message',
    'message-too-long',
    channel => {
      channel.say({ type: 'hello', version: 0, keyIds: ['k'] })
      channel.say({ type: 'held', document: `a.${'b'.repeat(5000)}.c` })
    },
  ],
  [
    'far too much',
    'too-many-messages',
    channel => {
      channel.say({ type: 'hello', version: 0, keyIds: ['k'] })
      for (let count = 0; count < 100; count += 1) channel.say({ type: 'refused', reason: 'tired' })
    },
  ],
])('who says %s is ended, and logged by the code alone', async (_name, reason, say) => {
  const channel = await knock()
  say(channel)
  expect(await channel.closed).toBe(CLOSE_VIOLATION)
  expect(logged(reason).at(-1)).toMatchObject({ terminalId: prison.terminals[0].id, reason })
})

test('a message longer than any may be ends the connection', async () => {
  const channel = await knock()
  channel.webSocket.on('error', () => undefined)
  channel.webSocket.send('x'.repeat(1_100_000))
  expect(await channel.closed).toBe(1009)
})

test('a newer connection of a terminal takes the place of the one before', async () => {
  const first = await knock()
  const second = await join()
  expect(await first.closed).toBe(CLOSE_REPLACED)
  await untilObeyed()
  expect(second.channel.webSocket.readyState).toBe(second.channel.webSocket.OPEN)
})

test('a terminal whose key was taken back, or replaced, is out within seconds and gets no lease', async () => {
  const stolen = await join()
  const replaced = await join(undefined, 1)
  await untilObeyed()
  await untilObeyed(1)
  await revokeTerminal(own.database, prison.terminals[0].name, new Date())
  await enrolTerminal(own.database, prison.terminals[1].name, 'B'.repeat(43), new Date())
  expect(await stolen.channel.closed).toBe(CLOSE_REVOKED)
  expect(await replaced.channel.closed).toBe(CLOSE_REVOKED)
  await vi.waitFor(() => expect(openChannel(wish())).rejects.toThrow('answered 401'), patiently)
}, 15_000)

test('a terminal that holds less than it obeyed is flagged, recorded once, and brought up to date', async () => {
  const honest = await join()
  await untilObeyed()
  await give()
  await untilObeyed()
  await honest.leave()
  for (const _ of ['once', 'again']) {
    const rolledBack = await join({ version: 0 })
    await vi.waitFor(async () => {
      expect(rolledBack.held().version).toBe(await version())
    }, patiently)
    await rolledBack.leave()
  }
  expect((await standing()).rolledBackAt).toEqual(expect.any(Date))
  const records = (await lastAudit(own.database, 10)).filter(
    ({ actor }) => actor === `terminal:${prison.terminals[0].id}`,
  )
  expect(records.map(({ action }) => action)).toEqual(['terminal-rolled-back'])
})

test('a terminal that says hello and is gone is not thought to be on the line', async () => {
  const channel = await knock()
  channel.say({ type: 'hello', version: 0, keyIds: [keys.first.keyId] })
  channel.webSocket.terminate()
  await join(undefined, 1)
  await untilObeyed(1)
  await vi.waitFor(async () => {
    expect((await standing()).isConnected).toBe(false)
  }, patiently)
})

test('what a terminal refuses is kept as its code', async () => {
  const terminal = await join()
  await untilObeyed()
  terminal.channel.say({ type: 'refused', reason: 'signer-unknown' })
  await vi.waitFor(async () => {
    expect((await standing()).refusal).toBe('signer-unknown')
  }, patiently)
})

test('a server that stops says so', async () => {
  const second = await startControlServer({ database: own.database, keys })
  const channel = await openChannel({ ...wish(), url: second.url })
  await second.close()
  expect(await channel.closed).toBe(CLOSE_LEAVING)
})

test('a connection on which nothing is heard is given up, without waiting for an answer', async () => {
  const times = { heartbeat: 100, silence: 400 }
  const hasty = await startControlServer({ database: own.database, keys, times })
  const halfOpen = await openChannel({ ...wish(), url: hasty.url, autoPong: false })
  const alive = await openChannel({ ...wish(1), url: hasty.url })
  for (const { say } of [halfOpen, alive]) say({ type: 'hello', version: 0, keyIds: [keys.first.keyId] })
  expect(await halfOpen.closed).toBe(1006)
  expect(alive.webSocket.readyState).toBe(alive.webSocket.OPEN)
  await hasty.close()
})

test('who never says hello is given up', async () => {
  const hasty = await startControlServer({ database: own.database, keys, times: { hello: 200, heartbeat: 100 } })
  const mute = await openChannel({ ...wish(), url: hasty.url })
  expect(await mute.closed).toBe(1006)
  await hasty.close()
})
