import { sql } from 'kysely'
import type { Transaction } from '../database/open-database.ts'
import type { OpenedRequest } from './batch-effects.ts'

/** Writes the requests a batch opened, each with its order or its sealed text. */
export async function writeOpened(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  await writeRequests(transaction, opened)
  await writeOrders(transaction, opened)
  await writeLines(transaction, opened)
  await writeSealed(transaction, opened)
}

async function writeRequests(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  if (opened.length === 0) return
  const rows = opened.map(({ record, recordedAt, receivedAt, receipt }) => ({
    id: record.id,
    inmate_id: record.inmateId,
    kind: record.kind,
    state: record.state,
    owner: record.owner,
    recorded_at: recordedAt,
    received_at: receivedAt,
    due_at: record.dueAt,
    reminded_at: record.remindedAt,
    receipt,
  }))
  await sql`
    insert into requests (id, inmate_id, kind, state, owner, recorded_at, received_at, due_at, reminded_at, receipt)
    select * from json_to_recordset(${JSON.stringify(rows)}) as t (id uuid, inmate_id uuid, kind text, state text,
      owner text, recorded_at timestamptz, received_at timestamptz, due_at timestamptz, reminded_at timestamptz,
      receipt text)
  `.execute(transaction)
}

async function writeOrders(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const rows = opened.flatMap(({ record: { id, inmateId, order } }) =>
    order === null
      ? []
      : [{ request_id: id, inmate_id: inmateId, window_id: order.windowId, total_cents: order.totalCents }],
  )
  if (rows.length === 0) return
  await sql`
    insert into orders (request_id, inmate_id, window_id, total_cents)
    select * from json_to_recordset(${JSON.stringify(rows)})
      as t (request_id uuid, inmate_id uuid, window_id text, total_cents integer)
  `.execute(transaction)
}

async function writeLines(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const rows = opened.flatMap(({ record: { id }, lines }) =>
    lines.map(({ productId, names, quantity, unitPriceCents }) => ({
      request_id: id,
      product_id: productId,
      names,
      quantity,
      unit_price_cents: unitPriceCents,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into order_lines (request_id, product_id, names, quantity, unit_price_cents)
    select * from json_to_recordset(${JSON.stringify(rows)})
      as t (request_id uuid, product_id text, names jsonb, quantity integer, unit_price_cents integer)
  `.execute(transaction)
}

async function writeSealed(transaction: Transaction, opened: readonly OpenedRequest[]): Promise<void> {
  const rows = opened.flatMap(({ record: { id }, sealed }) => (sealed === null ? [] : [{ request_id: id, sealed }]))
  if (rows.length === 0) return
  await sql`
    insert into medical_requests (request_id, sealed)
    select * from json_to_recordset(${JSON.stringify(rows)}) as t (request_id uuid, sealed jsonb)
  `.execute(transaction)
}
