import { sql } from 'kysely'
import type { OrderWindow } from '#shared/contracts/catalogue.ts'
import type { InmateId, OrderWindowId, ProductId } from '#shared/contracts/ids.ts'
import type { Transaction } from '../../database/open-database.ts'
import { type OrderedSoFar, orderedKey, type StockedProduct } from '../batch-state.ts'

/** Locks and reads products, in order of id: the last of a batch's locks (docs/protocol.md §3.11). */
export async function lockProducts(
  transaction: Transaction,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, StockedProduct>> {
  if (productIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('products')
    .select(['id', 'category_id as categoryId', 'names', 'unit', 'picture', 'price_cents as priceCents', 'stock'])
    .select(['max_per_order as maxPerOrder', 'max_per_window as maxPerWindow', 'allergens'])
    .where('id', '=', sql<ProductId>`any(${productIds}::text[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function loadWindows(
  transaction: Transaction,
  windowIds: readonly OrderWindowId[],
): Promise<Map<OrderWindowId, OrderWindow>> {
  if (windowIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('order_windows')
    .select(['id', 'opens_at', 'closes_at', 'late_until'])
    .select(['delivery_day as deliveryDay', 'max_total_cents as maxTotalCents'])
    .where('id', 'in', windowIds)
    .execute()
  return new Map(
    rows.map(({ opens_at, closes_at, late_until, ...window }) => {
      const times = { opensAt: opens_at, closesAt: closes_at, lateUntil: late_until }
      return [window.id, { ...window, ...mapTimes(times) }]
    }),
  )
}

function mapTimes({ opensAt, closesAt, lateUntil }: Record<'opensAt' | 'closesAt' | 'lateUntil', Date>) {
  return { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), lateUntil: lateUntil.toISOString() }
}

interface OrderedRow {
  readonly inmate_id: InmateId
  readonly window_id: OrderWindowId
  readonly product_id: ProductId
  readonly quantity: number
  readonly cents: number
}

/** What each inmate has on order in each window: every order that was neither withdrawn nor cancelled. */
export async function loadOrdered(
  transaction: Transaction,
  inmateIds: readonly InmateId[],
  windowIds: readonly OrderWindowId[],
): Promise<Map<string, OrderedSoFar>> {
  if (inmateIds.length === 0 || windowIds.length === 0) return new Map()
  const { rows } = await sql<OrderedRow>`
    select o.inmate_id, o.window_id, l.product_id,
      sum(l.quantity)::bigint as quantity, sum(l.quantity::bigint * l.unit_price_cents)::bigint as cents
    from orders o
    join requests r on r.id = o.request_id and r.state not in ('withdrawn', 'cancelled')
    join order_lines l on l.request_id = o.request_id
    where o.inmate_id = any(${inmateIds}::uuid[]) and o.window_id = any(${windowIds}::text[])
    group by o.inmate_id, o.window_id, l.product_id
  `.execute(transaction)
  const ordered = new Map<string, OrderedSoFar>()
  for (const row of rows) {
    const key = orderedKey(row.inmate_id, row.window_id)
    const sofar = ordered.get(key) ?? { quantities: new Map<ProductId, number>(), spentCents: 0 }
    sofar.quantities.set(row.product_id, row.quantity)
    sofar.spentCents += row.cents
    ordered.set(key, sofar)
  }
  return ordered
}
