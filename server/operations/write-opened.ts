import { insertAll } from '../database/insert-all.ts'
import type { Transaction } from '../database/open-database.ts'
import type { OpenedRequest } from './batch-effects.ts'

/** Writes the requests a batch opened, each with its order or its sealed text. */
export async function writeOpened(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  await writeRequests(transaction, opened)
  await writeOrders(transaction, opened)
  await writeLines(transaction, opened)
  await writeSealed(transaction, opened)
  await writePages(transaction, opened)
}

function writeRequests(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  return insertAll(transaction, 'requests', opened, {
    id: { type: 'uuid', of: ({ record }) => record.id },
    inmate_id: { type: 'uuid', of: ({ record }) => record.inmateId },
    kind: { type: 'text', of: ({ record }) => record.kind },
    state: { type: 'text', of: ({ record }) => record.state },
    owner: { type: 'text', of: ({ record }) => record.owner },
    recorded_at: { type: 'timestamptz', of: ({ recordedAt }) => recordedAt.toISOString() },
    received_at: { type: 'timestamptz', of: ({ receivedAt }) => receivedAt.toISOString() },
    due_at: { type: 'timestamptz', of: ({ record }) => record.dueAt.toISOString() },
    reminded_at: { type: 'timestamptz', of: ({ record }) => record.remindedAt?.toISOString() ?? null },
    receipt: { type: 'text', of: ({ receipt }) => receipt },
  })
}

function writeOrders(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const orders = opened.flatMap(({ record }) => (record.order === null ? [] : [{ ...record, order: record.order }]))
  return insertAll(transaction, 'orders', orders, {
    request_id: { type: 'uuid', of: ({ id }) => id },
    inmate_id: { type: 'uuid', of: ({ inmateId }) => inmateId },
    window_id: { type: 'text', of: ({ order }) => order.windowId },
    total_cents: { type: 'integer', of: ({ order }) => order.totalCents },
  })
}

function writeLines(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const lines = opened.flatMap(({ record: { id }, lines: ordered }) => ordered.map(line => ({ id, ...line })))
  return insertAll(transaction, 'order_lines', lines, {
    request_id: { type: 'uuid', of: ({ id }) => id },
    product_id: { type: 'text', of: ({ productId }) => productId },
    names: { type: 'json', of: ({ names }) => JSON.stringify(names) },
    quantity: { type: 'integer', of: ({ quantity }) => quantity },
    unit_price_cents: { type: 'integer', of: ({ unitPriceCents }) => unitPriceCents },
  })
}

function writeSealed(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const medical = opened.flatMap(({ record: { id }, sealed }) => (sealed === null ? [] : [{ id, sealed }]))
  return insertAll(transaction, 'medical_requests', medical, {
    request_id: { type: 'uuid', of: ({ id }) => id },
    sealed: { type: 'json', of: ({ sealed }) => JSON.stringify(sealed) },
  })
}

function writePages(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const pages = opened.flatMap(({ record: { id }, page }) => (page === null ? [] : [{ id, ...page }]))
  return insertAll(transaction, 'page_requests', pages, {
    request_id: { type: 'uuid', of: ({ id }) => id },
    site_id: { type: 'text', of: ({ siteId }) => siteId },
    address: { type: 'text', of: ({ address }) => address },
    code: { type: 'text', of: ({ code }) => code },
  })
}
