import { sql } from 'kysely'
import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'
import type { Entity } from '#shared/contracts/sync.ts'
import type { Transaction } from '../database/open-database.ts'

/** Who may pull a change: every terminal, the terminals of an inmate's cell, or one terminal. */
export type Scope = 'prison' | `inmate:${InmateId}` | `terminal:${TerminalId}`

/** A thing terminals mirror that this transaction changed, or with `isGone` took from them. */
export interface Touched {
  readonly entity: Entity
  readonly key: string
  readonly scope: Scope
  readonly isGone?: boolean
}

/**
 * Puts things at the end of the change feed. Every transaction that changes what a terminal mirrors calls it.
 *
 *  - A thing has one place in the feed, that of its last change: touching it again moves it.
 *  - Visible to pulls once this and every older transaction has ended (docs/protocol.md §6).
 *  - Rows are locked in one order, so that two transactions never wait for each other here.
 */
export async function touch(transaction: Transaction, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return
  const byPlace = new Map(touched.map(row => [`${row.scope} ${row.entity} ${row.key}`, row]))
  const rows = [...byPlace.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await sql`
    insert into changes (entity, key, scope, is_gone)
    select * from unnest(
      ${rows.map(row => row.entity)}::text[], ${rows.map(row => row.key)}::text[],
      ${rows.map(row => row.scope)}::text[], ${rows.map(row => row.isGone ?? false)}::boolean[]
    )
    on conflict (entity, key, scope)
    do update set is_gone = excluded.is_gone, xid = excluded.xid, seq = excluded.seq
  `.execute(transaction)
}
