import { realpath } from 'node:fs/promises'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { migrate } from '../database/migrate.ts'
import { type Database, type DatabaseConnection, openDatabase } from '../database/open-database.ts'
import { takeDataFolder } from '../embedded/data-folder.ts'
import { embeddedConnection, hasEmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded-postgres.ts'
import type { ServerOptions } from './server-options.ts'

const COMMAND_CONNECTIONS = 4

/** A database and what it takes to let go of it. */
export interface HeldDatabase {
  readonly database: Database
  readonly connection: DatabaseConnection
  readonly close: () => Promise<void>
}

/** Opens the server's database, migrated. With an embedded PostgreSQL the caller holds the data folder. */
export async function holdDatabase({ dataFolder, databaseUrl }: ServerOptions, max = 20): Promise<HeldDatabase> {
  const postgres = databaseUrl === undefined ? await startEmbeddedPostgres({ dataFolder }) : undefined
  const connection = postgres?.connection ?? { connectionString: databaseUrl ?? '' }
  const database = openDatabase(connection, { max })
  const close = async () => {
    await database.destroy()
    await postgres?.stop()
  }
  try {
    await migrate(database)
    return { database, connection, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Runs one command on the database of a server that is there. Throws `DATA_FOLDER_UNUSABLE` where the data folder holds none: a mistyped
 * `--data` is not a new server.
 */
export async function withDatabase<Value>(
  options: ServerOptions,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const { dataFolder, databaseUrl } = options
  if (databaseUrl === undefined && !hasEmbeddedPostgres(dataFolder)) {
    throw new GuichetError(
      'DATA_FOLDER_UNUSABLE',
      `There is no prison server in ${dataFolder}. Is --data right? A new one is made with: guichet server init NAME --prison NAME`,
    )
  }
  return withNewDatabase(options, work)
}

/**
 * Runs one command on the server's database, made where there is none, beside a running server or without one.
 *
 * Beside a running server it only connects; without one it holds the data folder and runs PostgreSQL for as long as it takes.
 */
export async function withNewDatabase<Value>(
  options: ServerOptions,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const folder = options.databaseUrl === undefined ? await takeUnlessInUse(options.dataFolder) : undefined
  const isBesideServer = options.databaseUrl === undefined && folder === undefined
  try {
    const held = isBesideServer ? await joinServer(options) : await holdDatabase(options, COMMAND_CONNECTIONS)
    try {
      return await work(held.database)
    } finally {
      await held.close()
    }
  } finally {
    await folder?.release()
  }
}

/** The database of a server that runs already, and has migrated it. */
async function joinServer({ dataFolder }: ServerOptions): Promise<HeldDatabase> {
  const connection = embeddedConnection(await realpath(dataFolder))
  const database = openDatabase(connection, { max: COMMAND_CONNECTIONS })
  return { database, connection, close: () => database.destroy() }
}

async function takeUnlessInUse(path: string): Promise<{ readonly release: () => Promise<void> } | undefined> {
  try {
    return await takeDataFolder(path)
  } catch (error) {
    if (error instanceof GuichetError && error.code === 'DATA_FOLDER_IN_USE') return undefined
    throw error
  }
}
