import { sql } from 'kysely'
import { inject, expect, test } from 'vitest'
import { inDatabase } from '../testing/postgres-global-setup.ts'
import { withMaintenance } from '../testing/with-maintenance.ts'
import { migrate, newestMigration } from './migrate.ts'
import { type Database, openDatabase } from './open-database.ts'

/** Runs `work` with two servers on one empty database. */
async function onEmptyDatabase(work: (first: Database, second: Database) => Promise<void>): Promise<void> {
  const { connection, template } = inject('postgres')
  const name = `${template}_empty_${Math.random().toString(36).slice(2)}`
  await withMaintenance(connection, run => run(`create database ${name}`))
  const open = () => openDatabase(inDatabase(connection, name), { max: 4 })
  const [first, second] = [open(), open()]
  try {
    await work(first, second)
  } finally {
    await first.destroy()
    await second.destroy()
    await withMaintenance(connection, run => run(`drop database ${name} with (force)`))
  }
}

const applied = async (database: Database) => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database)
  return rows.map(({ name }) => name)
}

test('several servers that start at once on an empty database migrate it once', async () => {
  await onEmptyDatabase(async (first, second) => {
    await Promise.all([migrate(first), migrate(second), migrate(first), migrate(second)])
    const names = await applied(first)
    expect(new Set(names).size).toBe(names.length)
    expect(names.at(-1)).toBe(newestMigration())
    expect(await first.selectFrom('prison').selectAll().execute()).toEqual([])
  })
})

test('a migrated database stays as it is', async () => {
  await onEmptyDatabase(async database => {
    await migrate(database)
    const before = await applied(database)
    await migrate(database)
    expect(await applied(database)).toEqual(before)
  })
})

test('a database of a newer build is refused', async () => {
  await onEmptyDatabase(async database => {
    await migrate(database)
    await sql`insert into kysely_migration values ('9999-of-the-future', now()::text)`.execute(database)
    await expect(migrate(database)).rejects.toThrow('could not be migrated')
  })
})
