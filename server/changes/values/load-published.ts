import { sql } from 'kysely'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import type { Prison } from '#shared/contracts/sync.ts'
import type { Transaction } from '../../database/open-database.ts'

type Keyed<Value> = Map<string, Value>

/** Rows whose `id` is one of `keys`. */
const among = (keys: readonly string[]) => sql<never>`any(${keys}::text[])`

export async function loadPrisons(transaction: Transaction, keys: readonly string[]): Promise<Keyed<Prison>> {
  const rows = await transaction
    .selectFrom('prison')
    .select(['id', 'names', 'time_zone as timeZone'])
    .where('id', '=', sql<never>`any(${keys}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function loadWebPolicies(
  transaction: Transaction,
  keys: readonly string[],
): Promise<Keyed<{ readonly text: string }>> {
  const rows = await transaction.selectFrom('web_policy').select(['id', 'text']).where('id', '=', among(keys)).execute()
  return new Map(rows.map(({ id, text }) => [id, { text }]))
}

export async function loadCategories(transaction: Transaction, keys: readonly string[]): Promise<Keyed<Category>> {
  const rows = await transaction
    .selectFrom('categories')
    .select(['id', 'names', 'picture', 'position'])
    .where('id', '=', among(keys))
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function loadProducts(transaction: Transaction, keys: readonly string[]): Promise<Keyed<Product>> {
  const rows = await transaction
    .selectFrom('products')
    .select(['id', 'category_id as categoryId', 'names', 'unit', 'picture', 'price_cents as priceCents', 'stock'])
    .select(['max_per_order as maxPerOrder', 'max_per_window as maxPerWindow', 'allergens'])
    .where('id', '=', among(keys))
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function loadOrderWindows(transaction: Transaction, keys: readonly string[]): Promise<Keyed<OrderWindow>> {
  const rows = await transaction.selectFrom('order_windows').selectAll().where('id', '=', among(keys)).execute()
  return new Map(
    rows.map(row => [
      row.id,
      {
        id: row.id,
        opensAt: row.opens_at.toISOString(),
        closesAt: row.closes_at.toISOString(),
        lateUntil: row.late_until.toISOString(),
        deliveryDay: row.delivery_day,
        maxTotalCents: row.max_total_cents,
      },
    ]),
  )
}

export async function loadNotices(transaction: Transaction, keys: readonly string[]): Promise<Keyed<Notice>> {
  const rows = await transaction.selectFrom('notices').selectAll().where('id', '=', among(keys)).execute()
  return new Map(
    rows.map(({ published_at, until, ...row }) => [
      row.id,
      { ...row, publishedAt: published_at.toISOString(), until: until.toISOString() },
    ]),
  )
}
