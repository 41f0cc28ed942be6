import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { v4 as uuid } from 'uuid'
import type { OrderIntent } from '#shared/directive/order.ts'
import { orderIdSchema } from '#shared/directive/closing.ts'
import { must } from '#shared/errors/must.ts'
import { createTerminalTokens } from '#electron/line/terminal-token.ts'
import { loadServerKeys } from '#server/cli/server-keys.ts'
import { readState } from '#server/control/state/read-state.ts'
import { type Database, openDatabase } from '#server/database/open-database.ts'
import { readPrison } from '#server/database/read-prison.ts'
import { embeddedConnection } from '#server/embedded/embedded-postgres.ts'
import { TERMINAL_CACHE_MS } from '#server/terminal-auth/find-terminal.ts'
import { enrolFleet, type FleetTerminal } from '#simulator/fleet.ts'
import type { SimulatedPrison } from '#simulator/simulated-terminal.ts'
import { makePlenty } from './bench-prison.ts'
import type { BrokerTls } from './control-brokers.ts'
import {
  arrivedAnswerSchema,
  type Child,
  doneSchema,
  orderAnswerSchema,
  startChild,
  WARDEN,
} from './control-messages.ts'

const execute = promisify(execFile)
const guichet = join('dist', 'server', 'guichet.js')
/** What terminals acknowledge is written down within this time, so that one round does not slow down the next. */
const SETTLE_MS = 700

/** A prison server with its control channel, as a process of its own, and its database from outside. */
export interface ControlPrison {
  readonly server: Child
  readonly port: number
  readonly database: Database
  readonly trust: SimulatedPrison
  readonly tls: BrokerTls
  /** Where key and certificate of the server lie. */
  readonly tlsFiles: readonly [string, string]
  readonly version: () => Promise<number>
  readonly stop: () => Promise<void>
}

export async function startControlPrison(folder: string): Promise<ControlPrison> {
  const data = join(folder, 'control')
  await mkdir(data, { recursive: true })
  const run = (...args: string[]) => execute(process.execPath, [guichet, ...args, '--data', data])
  await run('seed')
  await run('medical', 'keygen', '--out', join(folder, 'control-medical-key.json'))
  await run('recovery', 'keygen', '--out', join(folder, 'control-recovery-key.json'))
  const server = startChild('control-server', [data], ['--expose-gc'])
  const port = await server.port
  const database = await openPlenty(data)
  const { tls, receiptKey, stateKeys } = await loadServerKeys(data, '127.0.0.1')
  const { id: prisonId } = await readPrison(database)
  const { keyId, publicKey } = stateKeys.first
  return {
    server,
    port,
    database,
    tls,
    trust: {
      prisonId,
      url: `https://127.0.0.1:${port}`,
      authorityPem: tls.authorityPem,
      receiptKeys: [{ keyId: receiptKey.keyId, publicKey: receiptKey.publicKey }],
      signers: [{ keyId, publicKey }],
    },
    tlsFiles: [
      await write(join(folder, 'control-key.pem'), tls.keyPem),
      await write(join(folder, 'control-cert.pem'), tls.certificatePem),
    ],
    version: async () => must(await readState(database), 'a document').version,
    stop: async () => {
      await database.destroy()
      await server.stop()
    },
  }
}

async function write(path: string, text: string): Promise<string> {
  await writeFile(path, text, { mode: 0o600 })
  return path
}

/** The server's database from outside, with goods and money enough, and somebody who gives orders. */
async function openPlenty(data: string): Promise<Database> {
  const connection = embeddedConnection(data)
  const { socketFolder, ...rest } = connection
  const client = new Client({ host: socketFolder, ...rest })
  await client.connect()
  await makePlenty(client)
  await client.end()
  const database = openDatabase(connection, { max: 4 })
  await addWarden(database)
  return database
}

async function addWarden(database: Database): Promise<void> {
  const warden = { id: uuid(), name: WARDEN, role: 'warden' as const, created_at: new Date(), disabled_at: null }
  await database.insertInto('staff').values(warden).execute()
}

/** New terminals, or old ones with new keys, once the server has forgotten what it knew of the old. */
export async function enrolAnew({ database }: ControlPrison, count: number): Promise<readonly FleetTerminal[]> {
  const fleet = await enrolFleet(database, count, new Date())
  await setTimeout(TERMINAL_CACHE_MS)
  return fleet
}

/** A token of each terminal, as it proves itself with one. */
export function tokensOf(fleet: readonly FleetTerminal[], { trust }: ControlPrison): string[] {
  return fleet.map(
    ({ id, privateKey }) =>
      createTerminalTokens({
        terminalId: id,
        prisonId: trust.prisonId,
        privateKey,
        nowMs: Date.now,
        monotonicMs: () => performance.now(),
      }).current().token,
  )
}

/** Connects terminals that do nothing but wait, in a process of their own, each holding what is in force. */
export async function openListeners(prison: ControlPrison, fleet: readonly FleetTerminal[]): Promise<Child> {
  const listeners = startChild('control-listeners')
  const version = await prison.version()
  await listeners.ask({ ask: 'arm', version }, doneSchema)
  const keyId = must(prison.trust.signers[0], 'a signer').keyId
  const secrets = tokensOf(fleet, prison)
  const { authorityPem: ca } = prison.tls
  await listeners.ask({ ask: 'open', speech: 'guichet', port: prison.port, ca, secrets, keyId, version }, doneSchema)
  await listeners.ask({ ask: 'arrived' }, arrivedAnswerSchema)
  await setTimeout(SETTLE_MS)
  return listeners
}

/** How long an order took, in milliseconds since it was begun to be given. */
export interface OrderTimes {
  readonly storedMs: number
  readonly medianMs: number
  readonly lastMs: number
}

export const closeTheWeb: OrderIntent = {
  kind: 'close',
  target: { kind: 'service', service: 'web' },
  scope: { kind: 'everyone' },
  reason: 'incident',
  line: null,
  from: null,
  until: null,
}

/** Closes the web, waits for the last terminal, and opens it again: every round begins as the first did. */
export async function timeClosing(prison: ControlPrison, listeners: Child): Promise<OrderTimes> {
  const version = await prison.version()
  const closing = await giveOrder(prison, listeners, { version, intent: closeTheWeb })
  const closingId = orderIdSchema.parse(closing.id)
  await giveOrder(prison, listeners, { version: version + 1, intent: { kind: 'reopen', closingId } })
  return closing.times
}

async function giveOrder(
  { server }: ControlPrison,
  listeners: Child,
  { version, intent }: { readonly version: number; readonly intent: OrderIntent },
): Promise<{ readonly id: string; readonly times: OrderTimes }> {
  await listeners.ask({ ask: 'arm', version: version + 1 }, doneSchema)
  const { id, startedNs, storedNs } = await server.ask({ ask: 'order', intent }, orderAnswerSchema)
  const { medianNs, lastNs } = await listeners.ask({ ask: 'arrived' }, arrivedAnswerSchema)
  await setTimeout(SETTLE_MS)
  const since = (atNs: bigint) => Number(atNs - startedNs) / 1e6
  return { id, times: { storedMs: since(storedNs), medianMs: since(medianNs), lastMs: since(lastNs) } }
}
