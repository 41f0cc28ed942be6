import type { Touched } from '../changes/touch.ts'
import { insertAll } from '../database/insert-all.ts'
import type { Transaction } from '../database/open-database.ts'
import type { Movement } from './movement.ts'

/**
 * Writes movements to the ledger. Answers what of the change feed they touch, for the caller to pass to `touch`.
 *
 *  - The caller holds the lock on every inmate whose available money goes down, and has checked that it is there.
 *  - The database refuses a movement of nothing and a second one of a kind for a request.
 */
export async function postMovements(transaction: Transaction, movements: readonly Movement[]): Promise<Touched[]> {
  await insertAll(transaction, 'ledger_transactions', movements, {
    id: { type: 'uuid', of: ({ id }) => id },
    at: { type: 'timestamptz', of: ({ at }) => at.toISOString() },
    kind: { type: 'text', of: ({ kind }) => kind },
    request_id: { type: 'uuid', of: ({ requestId }) => requestId },
  })
  await insertAll(transaction, 'ledger_entries', movements.flatMap(bothSides), {
    transaction_id: { type: 'uuid', of: ({ id }) => id },
    account_id: { type: 'uuid', of: ({ accountId }) => accountId },
    amount_cents: { type: 'bigint', of: ({ cents }) => cents },
  })
  return movements.flatMap(touchedBy)
}

/** Both sides in one statement: the database checks that they cancel out. */
function bothSides({ id, fromAccountId, toAccountId, amountCents }: Movement) {
  return [
    { id, accountId: fromAccountId, cents: -amountCents },
    { id, accountId: toAccountId, cents: amountCents },
  ]
}

function touchedBy({ id, inmateId }: Movement): Touched[] {
  const scope = `inmate:${inmateId}` as const
  return [
    { entity: 'account', key: inmateId, scope },
    { entity: 'account-entry', key: id, scope },
  ]
}
