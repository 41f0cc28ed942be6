import type { OrderId } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { Concerned } from '../../database/control-tables.ts'
import type { Database } from '../../database/open-database.ts'
import type { Via } from './issue-order.ts'
import type { Warden } from './warden.ts'

/** An order as it was given, and what became of it. */
export interface ListedOrder {
  readonly id: OrderId
  readonly intent: OrderIntent
  readonly orderedBy: Warden
  readonly orderedAt: Date
  readonly via: Via
  readonly expected: Concerned
  readonly status: 'waiting' | 'in-force' | 'declined'
  /** Who approved or declined it; null where it needed nobody. */
  readonly decidedBy: Warden | null
  readonly decidedAt: Date | null
  /** The document that put it in force. */
  readonly version: number | null
}

export interface OrderFilter {
  readonly status?: ListedOrder['status']
  readonly ids?: readonly OrderId[]
  readonly limit?: number
}

/** Orders, the latest first. */
export async function listOrders(
  database: Database,
  { status, ids, limit = 100 }: OrderFilter = {},
): Promise<readonly ListedOrder[]> {
  const rows = await database
    .selectFrom('state_orders as o')
    .innerJoin('staff as s', 's.id', 'o.ordered_by')
    .leftJoin('staff as d', 'd.id', 'o.decided_by')
    .select([
      'o.id',
      'intent',
      'ordered_at as orderedAt',
      'via',
      'expected',
      'status',
      'decided_at as decidedAt',
      'version',
    ])
    .select(['s.id as byId', 's.name as byName', 'd.id as decidedId', 'd.name as decidedName'])
    .$if(status !== undefined, query => query.where('status', '=', status ?? 'waiting'))
    .$if(ids !== undefined, query => query.where('o.id', 'in', [...(ids ?? [])]))
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ byId, byName, decidedId, decidedName, ...order }) => ({
    ...order,
    orderedBy: { id: byId, name: byName },
    decidedBy: decidedId === null || decidedName === null ? null : { id: decidedId, name: decidedName },
  }))
}
