import { sql } from 'kysely'
import type { Account, AccountEntry, LedgerKind } from '#shared/contracts/account.ts'
import type { InmateId, RequestId } from '#shared/contracts/ids.ts'
import type { RosterEntry } from '#shared/contracts/person.ts'
import type { Transaction } from '../../database/open-database.ts'

export async function loadPeople(transaction: Transaction, keys: readonly string[]): Promise<Map<string, RosterEntry>> {
  const rows = await transaction
    .selectFrom('inmates')
    .select(['id as inmateId', 'number', 'given_name as givenName', 'language', 'pin_verifier as pinVerifier'])
    .where('id', '=', sql<never>`any(${keys}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.inmateId, row]))
}

/** Each account as the sums of its entries; an inmate without accounts has nothing. */
export async function loadAccounts(transaction: Transaction, keys: readonly string[]): Promise<Map<string, Account>> {
  const { rows } = await sql<{ inmate_id: InmateId; available: number; held: number }>`
    select i.id as inmate_id,
      coalesce(sum(e.amount_cents) filter (where a.purpose = 'available'), 0)::bigint as available,
      coalesce(sum(e.amount_cents) filter (where a.purpose = 'held'), 0)::bigint as held
    from inmates i
    left join accounts a on a.inmate_id = i.id
    left join ledger_entries e on e.account_id = a.id
    where i.id = any(${keys}::uuid[])
    group by i.id
  `.execute(transaction)
  return new Map(
    rows.map(({ inmate_id, available, held }) => [
      inmate_id,
      { inmateId: inmate_id, availableCents: available, heldCents: held },
    ]),
  )
}

interface EntryRow {
  readonly id: string
  readonly inmate_id: InmateId
  readonly at: Date
  readonly kind: LedgerKind
  readonly amount_cents: number
  readonly request_id: RequestId | null
}

/** A movement as its inmate reads it: on what is available, or, for a debit, on what was held. */
export async function loadAccountEntries(
  transaction: Transaction,
  keys: readonly string[],
): Promise<Map<string, AccountEntry>> {
  const { rows } = await sql<EntryRow>`
    select t.id, a.inmate_id, t.at, t.kind, e.amount_cents, t.request_id
    from ledger_transactions t
    join ledger_entries e on e.transaction_id = t.id
    join accounts a on a.id = e.account_id
    where t.id = any(${keys}::uuid[]) and a.purpose = case t.kind when 'order-debit' then 'held' else 'available' end
  `.execute(transaction)
  return new Map(rows.map(row => [row.id, toEntry(row)]))
}

function toEntry({ id, inmate_id, at, kind, amount_cents, request_id }: EntryRow): AccountEntry {
  return { id, inmateId: inmate_id, at: at.toISOString(), kind, amountCents: amount_cents, requestId: request_id }
}
