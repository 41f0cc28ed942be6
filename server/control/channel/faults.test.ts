import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lastAudit } from '../../audit/list-audit.ts'
import { verifyAudit } from '../../audit/verify-audit.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { aWarden, type TestWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestStateKeys, type TestStateKeys } from '../../testing/test-state-keys.ts'
import { changeKey } from '../orders/change-key.ts'
import { issueOrder } from '../orders/issue-order.ts'
import { readProgress } from '../progress/read-progress.ts'
import { readState } from '../state/read-state.ts'
import { closing, currentVersion, patiently, restoreTo, untilAllHold } from '../testing/a-fleet.ts'
import { type ControlServer, startControlServer } from '../testing/control-server.ts'
import { type HonestTerminal, joinHonestly } from '../testing/test-channel.ts'

let own: TestDatabase
let prison: TestPrison
let keys: TestStateKeys
let warden: TestWarden
const undo: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  own = await createTestDatabase()
  undo.push(own.drop)
  keys = createTestStateKeys()
  prison = await aPrison(own.database)
  warden = await aWarden(own.database)
})
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const ports = () => ({ database: own.database, keys, clock: () => new Date() })
const give = (intent = closing()) => issueOrder(ports(), { intent, by: warden, via: 'console' })

async function start({ hears = true, pollMs = 300 } = {}): Promise<ControlServer> {
  const listening = hears ? { connection: own.connection } : {}
  const server = await startControlServer({ database: own.database, keys, pollMs, ...listening })
  undo.push(server.close)
  return server
}

async function join(
  { url }: ControlServer,
  at: 0 | 1,
  holds?: { version: number; jws?: string | undefined },
  keyIds = [keys.first.keyId],
): Promise<HonestTerminal> {
  const wish = { url, terminal: prison.terminals[at], prisonId: prison.id, keyIds }
  return joinHonestly({ ...wish, ...(holds && { holds }) })
}

test('two servers on one database send what either was told, also where the notification is lost', async () => {
  const terminals = [await join(await start(), 0), await join(await start({ hears: false }), 1)]
  await untilAllHold(own.database, terminals)
  const { version } = await give()
  expect(await untilAllHold(own.database, terminals)).toBe(version)
})

test('an order counts as sent where its server knows it, and as issued where that has yet to hear of it', async () => {
  const [quick, deaf] = [await start(), await start({ hears: false, pollMs: 3_600_000 })]
  const terminals = [await join(quick, 0), await join(deaf, 1)]
  const becomes = (counts: object) =>
    vi.waitFor(async () => {
      expect((await readProgress(own.database)).counts).toMatchObject(counts)
    }, patiently)
  await untilAllHold(own.database, terminals)
  await becomes({ obeyed: 2, sent: 0, issued: 0 })
  terminals[0]?.channel.webSocket.removeAllListeners('message')
  await give()
  await becomes({ obeyed: 0, sent: 1, issued: 1 })
})

test('what a server stored and did not live to send is sent by the one that comes next', async () => {
  const first = await start()
  const before = await join(first, 0)
  await untilAllHold(own.database, [before])
  const held = before.held()
  await first.close()
  const { version } = await give()
  const after = await join(await start(), 0, held)
  expect(await untilAllHold(own.database, [after])).toBe(version)
})

test('a terminal whose server died is served by the other one', async () => {
  const [dying, living] = [await start(), await start()]
  const before = await join(dying, 0)
  await untilAllHold(own.database, [before])
  await dying.close()
  const after = await join(living, 0, before.held())
  const { version } = await give()
  expect(await untilAllHold(own.database, [after])).toBe(version)
})

test('a database that was restored from an older copy goes on above what a terminal can prove, and opens nothing', async () => {
  const first = await start()
  const before = await join(first, 0)
  await give(closing('web'))
  const copied = await untilAllHold(own.database, [before])
  const lost = await give(closing('canteen'))
  await untilAllHold(own.database, [before])
  await before.leave()
  await first.close()
  await restoreTo(own.database, copied)
  const second = await start()
  const terminals = [await join(second, 0, before.held()), await join(second, 1)]
  await vi.waitFor(async () => {
    expect(await currentVersion(own.database)).toBeGreaterThan(lost.version ?? 0)
  }, patiently)
  await untilAllHold(own.database, terminals)
  const closed = (await readState(own.database))?.document.closings.map(({ target }) => target)
  expect(closed).toEqual(
    [closing('web'), closing('canteen')].map(one => (one.kind === 'close' ? one.target : undefined)),
  )
  expect((await lastAudit(own.database, 1))[0]).toMatchObject({ action: 'state-raised' })
  expect(await verifyAudit(own.database)).toMatchObject({ isWhole: true })
})

test('a restored database that has reached the very version again is told apart by what the terminal shows', async () => {
  const first = await start()
  const before = await join(first, 0)
  const copied = await untilAllHold(own.database, [before])
  await give(closing('canteen'))
  await untilAllHold(own.database, [before])
  await before.leave()
  await first.close()
  await restoreTo(own.database, copied)
  const { version } = await give(closing('notices'))
  expect(before.held().version).toBe(version)
  const after = await join(await start(), 0, before.held())
  await vi.waitFor(() => {
    expect(after.held().version).toBeGreaterThan(version ?? 0)
  }, patiently)
  const closed = (await readState(own.database))?.document.closings.length
  expect(closed).toBe(2)
})

test('a database that is put back under a running server is raised by the server itself', async () => {
  const terminal = await join(await start(), 0)
  const copied = await untilAllHold(own.database, [terminal])
  const { version } = await give()
  await untilAllHold(own.database, [terminal])
  await restoreTo(own.database, copied)
  await vi.waitFor(async () => {
    expect(await currentVersion(own.database)).toBeGreaterThan(version ?? 0)
  }, patiently)
  await untilAllHold(own.database, [terminal])
})

test('a document that nobody of ours signed is not sent, and one that is shown changes nothing', async () => {
  const server = await start()
  const terminal = await join(server, 0)
  const version = await untilAllHold(own.database, [terminal])
  const state = await readState(own.database)
  // The first of the signature: the last one carries bits that mean nothing.
  const forged = (state?.jws ?? '').replace(/(?<=\.)[^.](?=[^.]*$)/, first => (first === 'A' ? 'B' : 'A'))
  const row = { version: version + 1, issued_at: new Date(), jws: forged, key_id: keys.first.keyId, signers: [] }
  await own.database
    .insertInto('state_documents')
    .values({ ...row, order_id: null })
    .execute()
  const liar = await join(server, 1, { version: version + 50, jws: forged })
  await liar.channel.closed
  expect(terminal.held().version).toBe(version)
  expect(server.log).toContainEqual(expect.objectContaining({ reason: 'document-forged' }))
})

test('a key that is replaced is believed through the documents it signed, also by who was away', async () => {
  const server = await start()
  const terminals = [await join(server, 0)]
  const away = { version: await untilAllHold(own.database, terminals) }
  const next = keys.add()
  await changeKey(ports(), { key: next, by: warden, via: 'command line' })
  await give()
  await untilAllHold(own.database, terminals)
  const late = await join(server, 1, away)
  const version = await untilAllHold(own.database, [late])
  const documents = late.channel.heard.filter(({ type }) => type === 'state')
  expect(documents).toHaveLength(2)
  expect(version).toBe(away.version + 2)
})
