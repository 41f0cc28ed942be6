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
    const last = await transaction
      .selectFrom('cell_stays')
      .select(['cell_id', 'since', 'until'])
      .where('inmate_id', '=', inmateId)
      .orderBy('since', 'desc')
      .executeTakeFirst()
    const fromCellId = last?.until === null ? last.cell_id : null
    if (fromCellId === cellId) return
    const since = new Date(Math.max(at.getTime(), earliestEndMs(last)))
    await endStay(transaction, inmateId, since)
    if (cellId !== null) {
      const begun = { inmate_id: inmateId, cell_id: cellId, since, until: null }
      await transaction.insertInto('cell_stays').values(begun).execute()
    }
    await moveFeed(transaction, inmateId, { fromCellId, toCellId: cellId })
  })
}

/** A stay has a length and none overlaps another, also when assignments carry the same time or a clock was set back. */
function earliestEndMs(last: { readonly since: Date; readonly until: Date | null } | undefined): number {
  if (last === undefined) return 0
  return last.until?.getTime() ?? last.since.getTime() + 1
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
