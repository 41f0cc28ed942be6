import type { Insertable } from 'kysely'
import type { OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import type { Entity } from '#shared/contracts/sync.ts'
import type { Touched } from '../../changes/touch.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { NoticeTable, OrderWindowTable, ProductTable } from '../../database/tables.ts'
import type { SamplePrison } from '../sample-prison.ts'

/** What every terminal shows: the canteen's catalogue and windows, and the notices. */
export async function seedPublished(transaction: Transaction, sample: SamplePrison): Promise<Touched[]> {
  const { categories, products, orderWindows, notices } = sample
  await transaction
    .insertInto('categories')
    .values([...categories])
    .execute()
  await transaction.insertInto('products').values(products.map(productRow)).execute()
  await transaction.insertInto('order_windows').values(orderWindows.map(windowRow)).execute()
  await transaction.insertInto('notices').values(notices.map(noticeRow)).execute()
  return [
    ...published('category', categories),
    ...published('product', products),
    ...published('window', orderWindows),
    ...published('notice', notices),
  ]
}

function productRow({
  categoryId,
  priceCents,
  maxPerOrder,
  maxPerWindow,
  ...product
}: Product): Insertable<ProductTable> {
  return {
    ...product,
    category_id: categoryId,
    price_cents: priceCents,
    max_per_order: maxPerOrder,
    max_per_window: maxPerWindow,
  }
}

function windowRow({
  id,
  opensAt,
  closesAt,
  lateUntil,
  deliveryDay,
  maxTotalCents,
}: OrderWindow): Insertable<OrderWindowTable> {
  return {
    id,
    opens_at: new Date(opensAt),
    closes_at: new Date(closesAt),
    late_until: new Date(lateUntil),
    delivery_day: deliveryDay,
    max_total_cents: maxTotalCents,
  }
}

function noticeRow({ publishedAt, until, ...notice }: Notice): Insertable<NoticeTable> {
  return { ...notice, published_at: new Date(publishedAt), until: new Date(until) }
}

function published(entity: Entity, rows: readonly { readonly id: string }[]): Touched[] {
  return rows.map(({ id }) => ({ entity, key: id, scope: 'prison' }))
}
