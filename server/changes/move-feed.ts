import { sql } from 'kysely'
import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'
import type { Transaction } from '../database/open-database.ts'
import { type Touched, touch } from './touch.ts'

export interface Move {
  readonly fromCellId: string | null
  readonly toCellId: string | null
}

/**
 * Hands an inmate's part of the feed from one cell's terminals to another's.
 *
 *  - Everything of theirs moves to the end of the feed, so that a terminal whose cursor is past it gets it.
 *  - The terminals left behind get a tombstone for the person and the account: with these all of theirs goes.
 *  - A tombstone from an earlier stay in the new cell is taken back.
 */
export async function moveFeed(transaction: Transaction, inmateId: InmateId, move: Move): Promise<void> {
  await sql`
    with place as (
      select entity, key, nextval('change_seq') as seq
      from (select entity, key from changes where scope = ${`inmate:${inmateId}`} order by changes.xid, seq) as o
    )
    update changes c set xid = pg_current_xact_id(), seq = place.seq
    from place where c.scope = ${`inmate:${inmateId}`} and c.entity = place.entity and c.key = place.key
  `.execute(transaction)
  const arrivals = await terminalsOf(transaction, move.toCellId)
  await sql`
    delete from changes where key = ${inmateId} and entity in ('person', 'account')
      and scope = any(${arrivals.map(id => `terminal:${id}`)}::text[])
  `.execute(transaction)
  const departures = await terminalsOf(transaction, move.fromCellId)
  await touch(
    transaction,
    departures.flatMap(id => tombstones(inmateId, id)),
  )
}

async function terminalsOf(transaction: Transaction, cellId: string | null): Promise<TerminalId[]> {
  if (cellId === null) return []
  const rows = await transaction.selectFrom('terminals').select('id').where('cell_id', '=', cellId).execute()
  return rows.map(({ id }) => id)
}

function tombstones(inmateId: InmateId, terminalId: TerminalId): Touched[] {
  const entities = ['person', 'account'] as const
  return entities.map(entity => ({ entity, key: inmateId, scope: `terminal:${terminalId}`, isGone: true }))
}
