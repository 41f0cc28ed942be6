import { sql } from 'kysely'
import type { InmateId, OperationId, ProductId } from '#shared/contracts/ids.ts'
import type { Database } from '../database/open-database.ts'

/** What an inmate has, as the ledger sums it up. */
export async function moneyOf(database: Database, inmateId: InmateId): Promise<{ available: number; held: number }> {
  const { rows } = await sql<{ purpose: 'available' | 'held'; cents: number }>`
    select a.purpose, coalesce(sum(e.amount_cents), 0)::bigint as cents
    from accounts a left join ledger_entries e on e.account_id = a.id
    where a.inmate_id = ${inmateId} group by a.purpose
  `.execute(database)
  const centsOf = (purpose: string) => rows.find(row => row.purpose === purpose)?.cents ?? 0
  return { available: centsOf('available'), held: centsOf('held') }
}

export async function stockOf(database: Database, productId: ProductId): Promise<number> {
  const { stock } = await database
    .selectFrom('products')
    .select('stock')
    .where('id', '=', productId)
    .executeTakeFirstOrThrow()
  return stock
}

/** A request's state and its steps, or `undefined` where there is none. */
export async function requestOf(database: Database, id: OperationId) {
  const request = await database.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
  const events = await database
    .selectFrom('request_events')
    .select('step')
    .where('request_id', '=', id)
    .orderBy('position')
    .execute()
  return request === undefined ? undefined : { ...request, steps: events.map(({ step }) => step) }
}

/** How often an operation is in the table of operations. */
export async function storedOperations(database: Database, ids: readonly OperationId[]): Promise<OperationId[]> {
  const rows = await database.selectFrom('operations').select('id').where('id', 'in', ids).execute()
  return rows.map(({ id }) => id)
}
