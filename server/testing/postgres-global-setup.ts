import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, pid } from 'node:process'
import type { TestProject } from 'vitest/node'
import { migrate } from '../database/migrate.ts'
import { type DatabaseConnection, openDatabase } from '../database/open-database.ts'
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.ts'
import { withMaintenance } from './with-maintenance.ts'

/** What test files are told: where PostgreSQL is, and which migrated database to copy. */
export interface TestPostgres {
  readonly connection: DatabaseConnection
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
  }
}

interface Running {
  readonly connection: DatabaseConnection
  readonly stop: () => Promise<void>
}

/**
 * Gives the run a PostgreSQL with a migrated template: the one of `DATABASE_URL`, else an embedded one in a
 * folder of its own. Does nothing for a run without a test of the server.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!(await hasServerTests(project))) return undefined
  const { connection, stop } = await findPostgres()
  const template = `guichet_test_${pid}_${Date.now()}`
  await withMaintenance(connection, run => run(`create database ${template}`))
  const database = openDatabase(inDatabase(connection, template), { max: 2 })
  await migrate(database)
  await database.destroy()
  project.provide('postgres', { connection, template })
  return async () => {
    await withMaintenance(connection, run => run(`drop database if exists ${template} with (force)`))
    await stop()
  }
}

/** What the command line names, if it names files: vitest keeps its own reading of it to itself. */
async function hasServerTests(project: TestProject): Promise<boolean> {
  const named = argv.slice(2).filter(word => word.includes('/') && !word.startsWith('-'))
  const { testFiles } = await project.globTestFiles(named)
  return testFiles.some(file => /\/(?:server|build\/bench)\//.test(file))
}

async function findPostgres(): Promise<Running> {
  const connectionString = env['DATABASE_URL']
  if (connectionString !== undefined) return { connection: { connectionString }, stop: () => Promise.resolve() }
  const dataFolder = await mkdtemp(join(tmpdir(), 'guichet-test-postgres-'))
  const remove = () => rm(dataFolder, { recursive: true })
  try {
    const { connection, stop } = await startEmbeddedPostgres({ dataFolder })
    return { connection, stop: () => stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The same server, another database. */
export function inDatabase(connection: DatabaseConnection, database: string): DatabaseConnection {
  if (!('connectionString' in connection)) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
