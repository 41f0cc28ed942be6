import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { InmateId } from '#shared/contracts/ids.ts'
import { must } from '#shared/errors/must.ts'
import type { Transaction } from '../database/open-database.ts'
import type { AccountPurpose } from '../database/tables.ts'

export type InmatePurpose = Extract<AccountPurpose, 'available' | 'held'>
export type PrisonPurpose = Exclude<AccountPurpose, InmatePurpose>

interface Wanted {
  readonly inmateId: InmateId | null
  readonly purpose: AccountPurpose
}

/** The ids of an inmate's two accounts. */
export type InmateAccounts = Readonly<Record<InmatePurpose, string>>

/** The two accounts of each inmate, opened where they are missing. */
export async function openInmateAccounts(
  transaction: Transaction,
  inmateIds: readonly InmateId[],
): Promise<ReadonlyMap<InmateId, InmateAccounts>> {
  const purposes = ['available', 'held'] as const
  const ids = await open(
    transaction,
    inmateIds.flatMap(inmateId => purposes.map(purpose => ({ inmateId, purpose }))),
  )
  const idOf = (inmateId: InmateId, purpose: AccountPurpose) => must(ids.get(keyOf({ inmateId, purpose })), 'account')
  return new Map(inmateIds.map(id => [id, { available: idOf(id, 'available'), held: idOf(id, 'held') }]))
}

/** The prison's own account for a purpose, opened where it is missing. */
export async function openPrisonAccount(transaction: Transaction, purpose: PrisonPurpose): Promise<string> {
  const ids = await open(transaction, [{ inmateId: null, purpose }])
  return must(ids.get(keyOf({ inmateId: null, purpose })), 'account')
}

async function open(transaction: Transaction, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const rows = wanted
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ inmateId, purpose }) => ({ id: uuidv7(), inmate_id: inmateId, purpose }))
  const json = JSON.stringify(rows)
  await sql`
    insert into accounts (id, inmate_id, purpose)
    select id, inmate_id, purpose from json_to_recordset(${json}) as t (id uuid, inmate_id uuid, purpose text)
    on conflict (inmate_id, purpose) do nothing
  `.execute(transaction)
  const found = await sql<{ id: string; inmate_id: InmateId | null; purpose: AccountPurpose }>`
    select a.id, a.inmate_id, a.purpose
    from json_to_recordset(${json}) as t (inmate_id uuid, purpose text)
    join accounts a on a.inmate_id is not distinct from t.inmate_id and a.purpose = t.purpose
  `.execute(transaction)
  return new Map(found.rows.map(row => [keyOf({ inmateId: row.inmate_id, purpose: row.purpose }), row.id]))
}

function keyOf({ inmateId, purpose }: Wanted): string {
  return `${inmateId ?? 'prison'} ${purpose}`
}
