import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { verifyAudit } from '../../audit/verify-audit.ts'
import { type StateKeys, loadStateKeys } from '../../keys/state-keys.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { aWarden, type TestWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { readState } from '../state/read-state.ts'
import { closing, currentVersion, untilAllHold } from '../testing/a-fleet.ts'
import { buildControlChild, type ControlProcess, startControlProcess } from '../testing/start-control-process.ts'
import { type HonestTerminal, joinHonestly } from '../testing/test-channel.ts'

let built: string
let program: string
let own: TestDatabase
let prison: TestPrison
let warden: TestWarden
let keysFolder: string
let keys: StateKeys
const undo: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'guichet-control-child-'))
  program = await buildControlChild(built)
})
afterAll(() => rm(built, { recursive: true }))
beforeEach(async () => {
  own = await createTestDatabase()
  undo.push(own.drop)
  prison = await aPrison(own.database)
  warden = await aWarden(own.database)
  keysFolder = await mkdtemp(join(tmpdir(), 'guichet-keys-'))
  undo.push(() => rm(keysFolder, { recursive: true }))
  keys = await loadStateKeys(keysFolder)
})
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function start(): Promise<ControlProcess> {
  const server = await startControlProcess({ program, connection: own.connection, keysFolder })
  undo.push(server.stop)
  return server
}

const arrive = ({ url }: ControlProcess, holds?: { version: number; jws?: string | undefined }) =>
  joinHonestly({
    url,
    terminal: prison.terminals[0],
    prisonId: prison.id,
    keyIds: [keys.first.keyId],
    ...(holds && { holds }),
  })

/** A server is killed after it has stored an order and before it sends it. Answers the order's version. */
async function dieWithAnOrder(server: ControlProcess, terminal: HonestTerminal): Promise<number> {
  const before = await untilAllHold(own.database, [terminal])
  expect(await server.orderAndDie(closing('web'), warden)).toBe('SIGKILL')
  await terminal.channel.closed
  const version = await currentVersion(own.database)
  expect(version).toBe(before + 1)
  expect(terminal.held().version).toBe(before)
  return version
}

test.each([
  ['one that is started then', false],
  ['one that runs beside it', true],
])(
  'an order that a server stored and was killed before sending is sent by %s',
  async (_which, isBeside) => {
    const dying = await start()
    const beside = isBeside ? await start() : undefined
    const before = await arrive(dying)
    const version = await dieWithAnOrder(dying, before)
    const after = await arrive(beside ?? (await start()), before.held())
    expect(await untilAllHold(own.database, [after])).toBe(version)
    expect((await readState(own.database))?.document.closings).toHaveLength(1)
    expect(await verifyAudit(own.database)).toMatchObject({ isWhole: true })
  },
  60_000,
)
