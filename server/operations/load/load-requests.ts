import { sql } from 'kysely'
import type { InmateId, OrderWindowId, ProductId, RequestId } from '#shared/contracts/ids.ts'
import type { Owner, RequestKind, RequestState } from '#shared/contracts/request.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { OrderRecord, RequestRecord } from '../batch-state.ts'

interface RequestRow {
  readonly id: RequestId
  readonly inmate_id: InmateId
  readonly kind: RequestKind
  readonly owner: Owner
  readonly due_at: Date
  readonly state: RequestState
  readonly reminded_at: Date | null
  readonly event_count: number
  readonly window_id: OrderWindowId | null
  readonly total_cents: number | null
  readonly lines: readonly { readonly productId: ProductId; readonly quantity: number }[] | null
}

/** Locks and reads the requests of these ids that belong to these inmates, whose locks the caller holds. */
export async function loadRequests(
  transaction: Transaction,
  requestIds: readonly RequestId[],
  inmateIds: readonly InmateId[],
): Promise<Map<RequestId, RequestRecord>> {
  if (requestIds.length === 0) return new Map()
  const { rows } = await sql<RequestRow>`
    select r.id, r.inmate_id, r.kind, r.owner, r.due_at, r.state, r.reminded_at, o.window_id, o.total_cents,
      (select count(*) from request_events e where e.request_id = r.id) as event_count,
      (select json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity))
        from order_lines l where l.request_id = r.id) as lines
    from requests r left join orders o on o.request_id = r.id
    where r.id = any(${requestIds}::uuid[]) and r.inmate_id = any(${inmateIds}::uuid[])
    order by r.id for no key update of r
  `.execute(transaction)
  return new Map(rows.map(row => [row.id, toRecord(row)]))
}

function toRecord(row: RequestRow): RequestRecord {
  return {
    id: row.id,
    inmateId: row.inmate_id,
    kind: row.kind,
    owner: row.owner,
    dueAt: row.due_at,
    order: toOrder(row),
    state: row.state,
    remindedAt: row.reminded_at,
    eventCount: row.event_count,
  }
}

function toOrder({ window_id, total_cents, lines }: RequestRow): OrderRecord | null {
  if (window_id === null || total_cents === null) return null
  return { windowId: window_id, totalCents: total_cents, lines: lines ?? [] }
}
