import { sql } from 'kysely'
import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { Purse } from '../batch-state.ts'

/** An inmate as a terminal names them. */
export interface Neighbour {
  readonly terminalId: TerminalId
  readonly inmateId: InmateId
}

/**
 * Locks, of the inmates named, those who stay or ever stayed in the cell of the terminal that names them.
 *
 * The lock on a person comes first in every transaction that changes what is theirs, and in order of id: so no
 * two wait for each other, and what is read after it holds until the end.
 */
export async function lockNeighbours(transaction: Transaction, named: readonly Neighbour[]): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select t.id as "terminalId", i.id as "inmateId"
    from unnest(
      ${named.map(({ terminalId }) => terminalId)}::uuid[], ${named.map(({ inmateId }) => inmateId)}::uuid[]
    ) as named (terminal_id, inmate_id)
    join terminals t on t.id = named.terminal_id
    join inmates i on i.id = named.inmate_id
    where exists (select from cell_stays s where s.cell_id = t.cell_id and s.inmate_id = i.id)
    order by i.id for no key update of i
  `.execute(transaction)
  return rows
}

interface PurseRow {
  readonly inmate_id: InmateId
  readonly available_id: string
  readonly held_id: string
  readonly available_cents: number
}

/** The money of each inmate who has accounts, as the sum of the ledger. */
export async function loadPurses(
  transaction: Transaction,
  inmateIds: readonly InmateId[],
): Promise<Map<InmateId, Purse>> {
  if (inmateIds.length === 0) return new Map()
  const { rows } = await sql<PurseRow>`
    select a.inmate_id, a.id as available_id, h.id as held_id,
      (select coalesce(sum(e.amount_cents), 0) from ledger_entries e where e.account_id = a.id)::bigint as available_cents
    from accounts a join accounts h on h.inmate_id = a.inmate_id and h.purpose = 'held'
    where a.inmate_id = any(${inmateIds}::uuid[]) and a.purpose = 'available'
  `.execute(transaction)
  return new Map(rows.map(row => [row.inmate_id, toPurse(row)]))
}

function toPurse({ available_id, held_id, available_cents }: PurseRow): Purse {
  return { availableId: available_id, heldId: held_id, availableCents: available_cents }
}
