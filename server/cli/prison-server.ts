import type { FastifyInstance } from 'fastify'
import { isIPv6 } from 'node:net'
import { stderr } from 'node:process'
import type { Logger } from 'pino'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createApp } from '../app.ts'
import { ensureState } from '../control/state/ensure-state.ts'
import type { Database } from '../database/open-database.ts'
import { takeDataFolder } from '../embedded/data-folder.ts'
import type { GatewaySettings } from '../gateway/create-gateway.ts'
import { createLogger } from '../logging/create-logger.ts'
import { startRetention } from '../retention/start-retention.ts'
import { updatesFolder } from '../updates/updates-folder.ts'
import { noteServerAddress } from './enrolment/server-address.ts'
import { enrolmentTrust } from './enrolment-trust.ts'
import { loadServerKeys, type ServerKeys } from './server-keys.ts'
import type { ServerOptions } from './server-options.ts'
import {
  type StaffListener,
  type StaffListenerPorts,
  type StaffListenOptions,
  startStaffListener,
} from './staff-listener.ts'
import { holdDatabase } from './with-database.ts'

export interface ListenOptions extends ServerOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Where the wardens' page is; left out, there is none. */
  readonly staff?: StaffListenOptions
  /** `info` has a line for each request answered; left out, that. */
  readonly logLevel?: 'error' | 'info'
  /** Left out, names are resolved by this machine, and sites are believed as Node believes them. */
  readonly gateway?: Omit<GatewaySettings, 'webAuthority'>
  /** Runs on the migrated database before the first terminal is answered. */
  readonly prepare?: (database: Database) => Promise<void>
}

/** A running prison server. */
export interface PrisonServer extends ServerKeys {
  readonly url: string
  /** The origin of the wardens' page, where it is served. */
  readonly staffOrigin: string | undefined
  readonly database: Database
  readonly stop: () => Promise<void>
}

/**
 * Starts a prison server: takes the data folder, starts or reaches PostgreSQL, migrates, listens.
 *
 *  - Undoes what it began when a later step fails, so that a second try is not in its own way.
 *  - Stopping answers what is under way, then closes the database, then lets the folder go.
 */
export async function startPrisonServer(options: ListenOptions): Promise<PrisonServer> {
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const folder = await takeDataFolder(options.dataFolder)
    undo.push(folder.release)
    const keys = await loadServerKeys(folder.path, options.host, options.staff?.host)
    const { tls, webAuthority, receiptKey, stateKeys } = keys
    const held = await holdDatabase({ ...options, dataFolder: folder.path })
    undo.push(held.close)
    await options.prepare?.(held.database)
    const control = { database: held.database, keys: stateKeys, clock: () => new Date() }
    await ensureState(control)
    // Standard output is for what a person asked for.
    const logger = createLogger({ level: options.logLevel ?? 'info', destination: stderr })
    undo.push(deleteDaily(held.database, logger))
    const app = createApp({
      database: held.database,
      keys: { receiptKeyId: receiptKey.keyId, receiptPrivateKey: receiptKey.privateKey },
      clock: control.clock,
      // The authority goes with it: a new terminal that is told of nobody has to see whose key it is.
      https: { key: tls.keyPem, cert: `${tls.certificatePem.trimEnd()}\n${tls.authorityPem}` },
      gateway: { webAuthority, ...options.gateway },
      control: { keys: stateKeys, connection: held.connection },
      enrolment: enrolmentTrust({ tls, webAuthority, receiptKey, stateKeys }),
      updatesFolder: updatesFolder(folder.path),
      logger,
    })
    undo.push(() => app.close().then(() => undefined))
    const url = await listen(app, options)
    await noteServerAddress(folder.path, url)
    const staff = await listenForStaff(options.staff, { control, connection: held.connection, tls, logger }, undo)
    return { url, staffOrigin: staff?.origin, database: held.database, tls, webAuthority, receiptKey, stateKeys, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function listenForStaff(
  options: StaffListenOptions | undefined,
  ports: StaffListenerPorts,
  undo: (() => Promise<void>)[],
): Promise<StaffListener | undefined> {
  if (options === undefined) return undefined
  const listener = await startStaffListener(options, ports)
  undo.push(listener.close)
  return listener
}

function deleteDaily(database: Database, logger: Logger): () => Promise<void> {
  return startRetention({
    database,
    clock: () => new Date(),
    onDeleted: () => {
      logger.info('old records were deleted')
    },
    reportBug: error => {
      logger.error({ error }, 'old records could not be deleted')
    },
  })
}

async function listen(app: FastifyInstance, { host, port }: ListenOptions): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      const message = `Port ${port} on ${host} is already used. Choose another with --port.`
      throw new GuichetError('PORT_IN_USE', message, { cause: error })
    }
    throw error
  }
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new TypeError('the server listens on no port')
  return `https://${isIPv6(host) ? `[${host}]` : host}:${address.port}`
}
