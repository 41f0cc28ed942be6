import { sql } from 'kysely'
import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'
import type { Entity } from '#shared/contracts/sync.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Transaction } from '../database/open-database.ts'
import { beginningOf, isLater, type Place } from './cursor.ts'
import type { Scope } from './touch.ts'

/** The most changes of one page. */
export const PULL_PAGE_LIMIT = 500

export interface FeedRow {
  readonly entity: Entity
  readonly key: string
  readonly is_gone: boolean
}

export interface FeedPage {
  readonly rows: readonly FeedRow[]
  /** Everything up to here is in this page or in those before it. */
  readonly place: Place
  readonly more: boolean
}

interface Horizon {
  readonly epoch: string
  /** No transaction below this one is still running: what it changed is all there. */
  readonly xmin: string
  readonly xmax: string
  readonly scopes: readonly Scope[]
}

/**
 * Reads the changes a terminal may have after a place, oldest first.
 *
 *  - Reads only below the oldest transaction that still runs: one that took its place early and commits late
 *    is waited for, never stepped over. Held by the test "a change that commits late is not missed".
 *  - The place moves on also when there is nothing for this terminal, so that the next pull has less to look through.
 *  - Throws `PULL_CURSOR_UNKNOWN` for a place of another epoch or one that has not come yet.
 */
export async function readFeed(
  transaction: Transaction,
  terminalId: TerminalId,
  after: Place | undefined,
): Promise<FeedPage> {
  const { epoch, xmin, xmax, scopes } = await readHorizon(transaction, terminalId)
  const from = after ?? beginningOf(epoch)
  if (from.epoch !== epoch || isLater(from.xid, xmax)) {
    throw new GuichetError('PULL_CURSOR_UNKNOWN', 'a cursor of another epoch, or of the future')
  }
  const { rows } = await sql<FeedRow & { readonly xid: string; readonly seq: number }>`
    select entity, key, is_gone, xid::text as xid, seq from changes
    where scope = any(${scopes}::text[]) and xid < ${xmin}::xid8 and (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint)
    order by changes.xid, seq limit ${PULL_PAGE_LIMIT + 1}
  `.execute(transaction)
  const page = rows.slice(0, PULL_PAGE_LIMIT)
  const last = page.at(-1)
  const more = rows.length > page.length
  if (more && last !== undefined) return { rows: page, more, place: { epoch, xid: last.xid, seq: last.seq } }
  return { rows: page, more, place: isLater(xmin, from.xid) ? { epoch, xid: xmin, seq: 0 } : from }
}

interface HorizonRow {
  readonly epoch: string
  readonly xmin: string
  readonly xmax: string
  readonly inmate_ids: InmateId[]
}

async function readHorizon(transaction: Transaction, terminalId: TerminalId): Promise<Horizon> {
  const { rows } = await sql<HorizonRow>`
    select epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_snapshot_xmax(pg_current_snapshot())::text as xmax,
      array(
        select s.inmate_id::text from terminals t join cell_stays s on s.cell_id = t.cell_id and s.until is null
        where t.id = ${terminalId}
      ) as inmate_ids
    from prison
  `.execute(transaction)
  const [row] = rows
  if (row === undefined) throw new GuichetError('DATABASE_UNAVAILABLE', 'this database holds no prison yet')
  const inmateScopes = row.inmate_ids.map((id): Scope => `inmate:${id}`)
  return { ...row, scopes: ['prison', `terminal:${terminalId}`, ...inmateScopes] }
}
