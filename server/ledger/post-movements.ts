import { sql } from 'kysely'
import type { Touched } from '../changes/touch.ts'
import type { Transaction } from '../database/open-database.ts'
import type { Movement } from './movement.ts'

/**
 * Writes movements to the ledger. Answers what of the change feed they touch, for the caller to pass to `touch`.
 *
 *  - The caller holds the lock on every inmate whose available money goes down, and has checked that it is there.
 *  - The database refuses a movement of nothing and a second one of a kind for a request.
 */
export async function postMovements(transaction: Transaction, movements: readonly Movement[]): Promise<Touched[]> {
  if (movements.length === 0) return []
  await sql`
    with movement as materialized (
      select * from json_to_recordset(${JSON.stringify(movements.map(toColumns))})
        as t (id uuid, at timestamptz, kind text, request_id uuid, from_id uuid, to_id uuid, amount bigint)
    ), posted as (
      insert into ledger_transactions (id, at, kind, request_id) select id, at, kind, request_id from movement
    )
    insert into ledger_entries (transaction_id, account_id, amount_cents)
    select id, from_id, -amount from movement
    union all
    select id, to_id, amount from movement
  `.execute(transaction)
  return movements.flatMap(touchedBy)
}

function toColumns(movement: Movement): object {
  const { id, at, kind, requestId, fromAccountId, toAccountId, amountCents } = movement
  return { id, at, kind, request_id: requestId, from_id: fromAccountId, to_id: toAccountId, amount: amountCents }
}

function touchedBy({ id, inmateId }: Movement): Touched[] {
  const scope = `inmate:${inmateId}` as const
  return [
    { entity: 'account', key: inmateId, scope },
    { entity: 'account-entry', key: id, scope },
  ]
}
