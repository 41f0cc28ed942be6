import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import { columnParsers } from './column-parsers.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Transaction = KyselyTransaction<Tables>

/** Where PostgreSQL is: an address as `DATABASE_URL` has it, or the socket of an embedded one. */
export type DatabaseConnection =
  | { readonly connectionString: string }
  | {
      readonly socketFolder: string
      readonly port: number
      readonly database: string
      readonly user: string
      readonly password?: string
    }

export interface PoolSettings {
  /** The most connections this server holds. */
  readonly max: number
}

/** Nothing a terminal waits for may hang: a lock, a statement and a transaction each end by themselves. */
const limits = {
  connectionTimeoutMillis: 5000,
  lock_timeout: 10_000,
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 30_000,
} as const

/** Opens a pool. Connects on first use, so that a server starts while its database is still away. */
export function openDatabase(connection: DatabaseConnection, { max }: PoolSettings): Database {
  const pool = new Pool({ ...target(connection), ...limits, max, types: columnParsers, application_name: 'guichet' })
  // A connection that dies is told to whoever uses it; without a listener it would also end the process.
  pool.on('error', ignore)
  pool.on('connect', client => client.on('error', ignore))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The same place as the driver has it. */
export function target(connection: DatabaseConnection): PoolConfig {
  if ('connectionString' in connection) return connection
  const { socketFolder, ...rest } = connection
  return { host: socketFolder, ...rest }
}

function ignore(): void {
  // The query that was running rejects with the same error.
}
