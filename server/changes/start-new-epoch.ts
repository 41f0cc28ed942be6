import { sql } from 'kysely'
import type { Database, Transaction } from '../database/open-database.ts'

/**
 * Starts the change feed anew: every terminal's cursor is unknown from now on, and each pulls a full copy.
 *
 * Whoever brings back a backup calls it: terminals may hold what the backup does not know, and the
 * transaction ids of another PostgreSQL say nothing here.
 */
export async function startNewEpoch(transaction: Transaction): Promise<void> {
  await sql`update prison set epoch = gen_random_uuid()`.execute(transaction)
  await sql`
    with place as (
      select entity, key, scope, nextval('change_seq') as seq
      from (select entity, key, scope from changes order by changes.xid, seq) as o
    )
    update changes c set xid = pg_current_xact_id(), seq = place.seq
    from place where c.entity = place.entity and c.key = place.key and c.scope = place.scope
  `.execute(transaction)
}

/** Starts a new epoch where the feed has places that have not come yet: it was written by another PostgreSQL. */
export function startNewEpochWhereRestored(database: Database): Promise<void> {
  return database.transaction().execute(async transaction => {
    const { rows } = await sql`
      select from changes where xid >= pg_snapshot_xmax(pg_current_snapshot()) limit 1
    `.execute(transaction)
    if (rows.length > 0) await startNewEpoch(transaction)
  })
}
