import { sql } from 'kysely'
import { type DatabaseConnection, openDatabase } from '../database/open-database.ts'

type Run = (statement: string) => Promise<unknown>

/** Runs statements about databases from outside the database they are about. */
export async function withMaintenance(
  connection: DatabaseConnection,
  work: (run: Run) => Promise<unknown>,
): Promise<void> {
  const database = openDatabase(connection, { max: 1 })
  try {
    await work(statement => sql.raw(statement).execute(database))
  } finally {
    await database.destroy()
  }
}
