import { sql } from 'kysely'
import type { Database } from '../database/open-database.ts'

export type CheckName =
  | 'transaction-balances'
  | 'order-is-sum-of-lines'
  | 'order-has-hold'
  | 'hold-has-order'
  | 'order-is-settled-as-it-ended'
  | 'held-is-sum-of-open-orders'
  | 'available-is-not-negative'

/** Something that is not as it must be. `subject` is the id of the transaction, the order or the inmate. */
export interface Difference {
  readonly check: CheckName
  readonly subject: string
  readonly expectedCents: number
  readonly actualCents: number
}

const proof = sql<Difference>`
  with moved as (
    select t.request_id, t.kind, sum(e.amount_cents) filter (where e.amount_cents > 0) as cents
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    where t.request_id is not null group by t.request_id, t.kind
  ), lines as (
    select request_id, sum(quantity::bigint * unit_price_cents) as cents from order_lines group by request_id
  ), ordered as (
    select o.request_id, o.inmate_id, o.total_cents, r.state, coalesce(h.cents, 0) as hold,
      coalesce(b.cents, 0) as release, coalesce(d.cents, 0) as debit, coalesce(l.cents, 0) as lines
    from orders o
    join requests r on r.id = o.request_id
    left join lines l on l.request_id = o.request_id
    left join moved h on h.request_id = o.request_id and h.kind = 'order-hold'
    left join moved b on b.request_id = o.request_id and b.kind = 'order-release'
    left join moved d on d.request_id = o.request_id and d.kind = 'order-debit'
  ), balance as (
    select a.inmate_id, a.purpose, coalesce(sum(e.amount_cents), 0) as cents
    from accounts a left join ledger_entries e on e.account_id = a.id
    where a.inmate_id is not null group by a.inmate_id, a.purpose
  ), open_orders as (
    select inmate_id, sum(total_cents) as cents from ordered
    where state not in ('withdrawn', 'cancelled', 'delivered') group by inmate_id
  ), found as (
    select 'transaction-balances' as "check", transaction_id::text as subject, 0 as expected, sum(amount_cents) as actual
    from ledger_entries group by transaction_id
    union all
    select 'order-is-sum-of-lines', request_id::text, lines, total_cents from ordered
    union all
    select 'order-has-hold', request_id::text, total_cents, hold from ordered
    union all
    select 'hold-has-order', m.request_id::text, 0, m.cents
    from moved m left join orders o on o.request_id = m.request_id where o.request_id is null
    union all
    select 'order-is-settled-as-it-ended', request_id::text,
      case when state in ('withdrawn', 'cancelled') then total_cents else 0 end, release from ordered
    union all
    select 'order-is-settled-as-it-ended', request_id::text,
      case when state = 'delivered' then total_cents else 0 end, debit from ordered
    union all
    select 'held-is-sum-of-open-orders', b.inmate_id::text, coalesce(o.cents, 0), b.cents
    from balance b left join open_orders o on o.inmate_id = b.inmate_id where b.purpose = 'held'
    union all
    select 'available-is-not-negative', inmate_id::text, 0, least(cents, 0) from balance where purpose = 'available'
  )
  select "check", subject, expected::bigint as "expectedCents", actual::bigint as "actualCents"
  from found where expected <> actual order by "check", subject
`

/**
 * Proves the money: orders = holds = releases + debits + what is still held.
 *
 *  - Every transaction of the ledger sums to nothing, and no inmate has less than nothing.
 *  - Every order is the sum of its lines, was held once at that sum, and was released or debited at it exactly
 *    when it was withdrawn, cancelled or delivered.
 *  - What is held for an inmate is the sum of their open orders.
 *
 * Answers every difference from one snapshot; none is the proof. Reads only.
 */
export async function reconcile(database: Database): Promise<Difference[]> {
  const snapshot = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  const { rows } = await snapshot.execute(transaction => proof.execute(transaction))
  return rows
}
