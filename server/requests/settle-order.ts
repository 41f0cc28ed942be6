import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { InmateId, ProductId, RequestId } from '#shared/contracts/ids.ts'
import { must } from '#shared/errors/must.ts'
import type { Touched } from '../changes/touch.ts'
import type { Transaction } from '../database/open-database.ts'
import type { Movement } from '../ledger/movement.ts'
import { openInmateAccounts, openPrisonAccount } from '../ledger/open-accounts.ts'
import { postMovements } from '../ledger/post-movements.ts'
import type { Settlement } from './evaluate-step.ts'

/** Whose order it is. The caller holds the lock on the person and on the request. */
export interface OrderOwner {
  readonly id: RequestId
  readonly inmateId: InmateId
}

/** Pays an order from what is held for it, or gives money and goods back. Answers what terminals have to hear of. */
export async function settleOrder(
  transaction: Transaction,
  owner: OrderOwner,
  settlement: Settlement,
  at: Date,
): Promise<Touched[]> {
  if (settlement === 'none') return []
  const touchedGoods = settlement === 'give-back' ? await restock(transaction, owner.id) : []
  const { total_cents: amountCents } = await transaction
    .selectFrom('orders')
    .select('total_cents')
    .where('request_id', '=', owner.id)
    .executeTakeFirstOrThrow()
  if (amountCents === 0) return touchedGoods

  const accounts = must((await openInmateAccounts(transaction, [owner.inmateId])).get(owner.inmateId), 'accounts')
  const isDebit = settlement === 'debit'
  const movement: Movement = {
    id: uuidv7(),
    at,
    kind: isDebit ? 'order-debit' : 'order-release',
    inmateId: owner.inmateId,
    requestId: owner.id,
    fromAccountId: accounts.held,
    toAccountId: isDebit ? await openPrisonAccount(transaction, 'canteen') : accounts.available,
    amountCents,
  }
  return [...touchedGoods, ...(await postMovements(transaction, [movement]))]
}

/** Puts an order's goods back on the shelf; one that is no longer sold has none to go to. */
async function restock(transaction: Transaction, requestId: RequestId): Promise<Touched[]> {
  // In order of id, like every lock on products.
  await sql`
    select from products where id in (select product_id from order_lines where request_id = ${requestId})
    order by id for no key update
  `.execute(transaction)
  const { rows } = await sql<{ id: ProductId }>`
    update products p set stock = p.stock + l.quantity
    from order_lines l where l.request_id = ${requestId} and l.product_id = p.id
    returning p.id
  `.execute(transaction)
  return rows.map(({ id }) => ({ entity: 'product', key: id, scope: 'prison' }))
}
