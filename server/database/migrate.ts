import { type Migration, Migrator, sql } from 'kysely'
import { startNewEpochWhereRestored } from '../changes/start-new-epoch.ts'
import type { Database } from './open-database.ts'

const texts = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

function migrations(): Record<string, Migration> {
  const byName = Object.entries(texts).map(([path, text]): [string, Migration] => {
    const name = path.replace('./migrations/', '').replace('.sql', '')
    return [name, { up: async database => void (await sql.raw(text).execute(database)) }]
  })
  return Object.fromEntries(byName)
}

/** The name of the newest migration this build knows. */
export function newestMigration(): string {
  return Object.keys(migrations()).toSorted().at(-1) ?? ''
}

/**
 * Brings the schema up to date, all or nothing.
 *
 *  - Safe when several servers start at once: one migrates under a lock, the others wait and find it done.
 *  - A database that was brought here from another PostgreSQL starts a new epoch of its change feed.
 *  - Throws when the database was migrated by a newer build.
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations()) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('the database could not be migrated', { cause: error })
  await startNewEpochWhereRestored(database)
}
