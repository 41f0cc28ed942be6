import { generateKeyPairSync } from 'node:crypto'
import { createApp } from '../../app.ts'
import type { Database, DatabaseConnection } from '../../database/open-database.ts'
import type { StateKeys } from '../../keys/state-keys.ts'
import { createLogger } from '../../logging/create-logger.ts'
import type { DoorTimes } from '../channel/control-door.ts'
import { ensureState } from '../state/ensure-state.ts'

export interface ControlServer {
  readonly url: string
  readonly app: ReturnType<typeof createApp>
  /** Every line it logged. */
  readonly log: readonly Readonly<Record<string, unknown>>[]
  readonly close: () => Promise<void>
}

export interface ControlServerWish {
  readonly database: Database
  readonly keys: StateKeys
  readonly connection?: DatabaseConnection
  readonly pollMs?: number
  readonly times?: Partial<DoorTimes>
}

/** A prison server that listens on loopback, by the machine's own clock, with its control channel open. */
export async function startControlServer({ database, keys, ...wish }: ControlServerWish): Promise<ControlServer> {
  const log: Record<string, unknown>[] = []
  const clock = () => new Date()
  await ensureState({ database, keys, clock })
  const app = createApp({
    database,
    keys: { receiptKeyId: 'test', receiptPrivateKey: generateKeyPairSync('ed25519').privateKey },
    clock,
    control: { keys, ...wish },
    logger: createLogger({
      level: 'info',
      destination: { write: line => void log.push(JSON.parse(line) as Record<string, unknown>) },
    }),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, app, log, close: () => app.close() }
}
