import { sql } from 'kysely'
import type { InmateId } from '#shared/contracts/ids.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { moveFeed } from '../changes/move-feed.ts'
import type { Database, Transaction } from '../database/open-database.ts'

export interface Assignment {
  readonly inmateId: InmateId
  /** Null for somebody who leaves the prison. */
  readonly cellId: string | null
  readonly at: Date
}

/**
 * Moves an inmate to a cell: their terminals there get everything of theirs, those of the old cell lose it.
 *
 *  - Assigning the cell they are in changes nothing.
 *  - What they confirmed at the old terminal is still accepted from it: they did stay there.
 *  - Throws `INMATE_UNKNOWN`; an unknown cell is refused by the database.
 */
export async function assignInmate(database: Database, { inmateId, cellId, at }: Assignment): Promise<void> {
  await database.transaction().execute(async transaction => {
    await lockInmate(transaction, inmateId)
    const stay = await transaction
      .selectFrom('cell_stays')
      .select(['cell_id', 'since'])
      .where('inmate_id', '=', inmateId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if ((stay?.cell_id ?? null) === cellId) return
    // A stay has a length, also when two assignments carry the same time.
    const since = stay === undefined ? at : new Date(Math.max(at.getTime(), stay.since.getTime() + 1))
    await endStay(transaction, inmateId, since)
    if (cellId !== null) {
      const begun = { inmate_id: inmateId, cell_id: cellId, since, until: null }
      await transaction.insertInto('cell_stays').values(begun).execute()
    }
    await moveFeed(transaction, inmateId, { fromCellId: stay?.cell_id ?? null, toCellId: cellId })
  })
}

async function lockInmate(transaction: Transaction, inmateId: InmateId): Promise<void> {
  const { rows } = await sql`select from inmates where id = ${inmateId} for no key update`.execute(transaction)
  if (rows.length === 0) throw new GuichetError('INMATE_UNKNOWN', 'no such inmate')
}

async function endStay(transaction: Transaction, inmateId: InmateId, until: Date): Promise<void> {
  await transaction
    .updateTable('cell_stays')
    .set({ until })
    .where('inmate_id', '=', inmateId)
    .where('until', 'is', null)
    .execute()
}
