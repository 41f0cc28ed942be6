import { sql } from 'kysely'
import type { InmateId, OrderWindowId, RequestId } from '#shared/contracts/ids.ts'
import type { RefusedPage } from '#shared/contracts/operation.ts'
import type { Owner, PricedLine, Request, RequestEvent, RequestKind, RequestState } from '#shared/contracts/request.ts'
import type { Transaction } from '../../database/open-database.ts'

interface RequestRow {
  readonly id: RequestId
  readonly inmate_id: InmateId
  readonly kind: RequestKind
  readonly state: RequestState
  readonly owner: Owner
  readonly recorded_at: Date
  readonly received_at: Date
  readonly due_at: Date
  readonly reminded_at: Date | null
  readonly receipt: string
  readonly events: readonly { readonly atMs: number; readonly step: RequestEvent['step'] }[] | null
  readonly window_id: OrderWindowId | null
  readonly delivery_day: string | null
  readonly total_cents: number | null
  readonly lines: readonly PricedLine[] | null
  readonly page: RefusedPage | null
}

/** Requests as their inmate may see them: with every step, and an order's lines. Sealed text is never among it. */
export async function loadRequests(transaction: Transaction, keys: readonly string[]): Promise<Map<string, Request>> {
  const { rows } = await sql<RequestRow>`
    select r.*, o.window_id, w.delivery_day, o.total_cents,
      (select json_agg(json_build_object('atMs', round(extract(epoch from e.at) * 1000), 'step', e.step) order by e.position)
        from request_events e where e.request_id = r.id) as events,
      (select json_agg(json_build_object('productId', l.product_id, 'names', l.names, 'quantity', l.quantity,
          'unitPriceCents', l.unit_price_cents) order by l.product_id)
        from order_lines l where l.request_id = r.id) as lines,
      (select json_build_object('siteId', p.site_id, 'address', p.address, 'code', p.code)
        from page_requests p where p.request_id = r.id) as page
    from requests r
    left join orders o on o.request_id = r.id
    left join order_windows w on w.id = o.window_id
    where r.id = any(${keys}::uuid[])
  `.execute(transaction)
  return new Map(rows.map(row => [row.id, toRequest(row)]))
}

function toRequest(row: RequestRow): Request {
  return {
    id: row.id,
    inmateId: row.inmate_id,
    kind: row.kind,
    state: row.state,
    owner: row.owner,
    recordedAt: row.recorded_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    remindedAt: row.reminded_at?.toISOString() ?? null,
    receipt: row.receipt,
    events: (row.events ?? []).map(({ atMs, step }) => ({ at: new Date(atMs).toISOString(), step })),
    order: toOrder(row),
    page: row.page,
  }
}

function toOrder({ window_id, delivery_day, total_cents, lines }: RequestRow): Request['order'] {
  if (window_id === null || delivery_day === null || total_cents === null) return null
  return { windowId: window_id, deliveryDay: delivery_day, lines: [...(lines ?? [])], totalCents: total_cents }
}
