import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, type DatabaseConnection, openDatabase } from '../database/open-database.ts'
import { inDatabase } from './postgres-global-setup.ts'
import { withMaintenance } from './with-maintenance.ts'

export interface TestDatabase {
  readonly database: Database
  /** For a second pool on the same database. */
  readonly connection: DatabaseConnection
  readonly drop: () => Promise<void>
}

/** A migrated database of its own, a copy of the run's template. One a test file is enough: fixtures never collide. */
export async function createTestDatabase({ max = 10 } = {}): Promise<TestDatabase> {
  const { connection: server, template } = inject('postgres')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  await withMaintenance(server, run => run(`create database ${name} template ${template}`))
  const connection = inDatabase(server, name)
  const database = openDatabase(connection, { max })
  return {
    database,
    connection,
    drop: async () => {
      await database.destroy()
      await withMaintenance(server, run => run(`drop database if exists ${name} with (force)`))
    },
  }
}
