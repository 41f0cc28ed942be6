import { sql } from 'kysely'
import type { InmateId } from '#shared/contracts/ids.ts'
import { type Carried, evaluateBudget } from '#shared/policy/budget.ts'
import type { Database, Transaction } from '../../database/open-database.ts'

export interface BudgetKey {
  readonly inmateId: InmateId
  readonly siteId: string
  /** `YYYY-MM-DD`. */
  readonly day: string
}

/** What one request would carry. `hash` is of an address that counts once, base64url. */
export interface Wish {
  readonly carried: Carried
  readonly hash: string | undefined
}

/**
 * Decides wishes in their order by `evaluateBudget`, and counts those that fit, in one transaction that holds the budget's
 * row: whoever counts in the same budget elsewhere waits.
 */
export async function spendInDatabase(
  database: Database,
  key: BudgetKey,
  wishes: readonly Wish[],
): Promise<readonly boolean[]> {
  return database.transaction().execute(async transaction => {
    const before = await hold(transaction, key)
    const known = await knownOf(transaction, key, wishes)
    const fresh = new Set<string>()
    let spent = before
    const fits = wishes.map(({ carried, hash }) => {
      if (hash !== undefined && (known.has(hash) || fresh.has(hash))) return true
      const decision = evaluateBudget(spent, carried)
      spent = decision.spent
      if (decision.effect === 'allow' && hash !== undefined) fresh.add(hash)
      return decision.effect === 'allow'
    })
    await write(transaction, key, spent, fresh)
    return fits
  })
}

async function hold(transaction: Transaction, { inmateId, siteId, day }: BudgetKey): Promise<Carried> {
  const inserted = await transaction
    .insertInto('web_budgets')
    .values({ inmate_id: inmateId, site_id: siteId, day })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  // A new day: what was asked for on earlier ones is nobody's business any more.
  if (inserted.numInsertedOrUpdatedRows === 1n) {
    await transaction.deleteFrom('web_addresses').where('inmate_id', '=', inmateId).where('day', '<', day).execute()
  }
  const row = await transaction
    .selectFrom('web_budgets')
    .select(['query_characters as query', 'path_characters as path'])
    .where('inmate_id', '=', inmateId)
    .where('site_id', '=', siteId)
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row
}

async function knownOf(
  transaction: Transaction,
  key: BudgetKey,
  wishes: readonly Wish[],
): Promise<ReadonlySet<string>> {
  const hashes = wishes.flatMap(({ hash }) => (hash === undefined ? [] : [Buffer.from(hash, 'base64url')]))
  if (hashes.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('web_addresses')
    .select('hash')
    .where('inmate_id', '=', key.inmateId)
    .where('site_id', '=', key.siteId)
    .where('day', '=', key.day)
    .where('hash', 'in', hashes)
    .execute()
  return new Set(rows.map(({ hash }) => hash.toString('base64url')))
}

async function write(
  transaction: Transaction,
  key: BudgetKey,
  spent: Carried,
  fresh: ReadonlySet<string>,
): Promise<void> {
  const { inmateId, siteId, day } = key
  await transaction
    .updateTable('web_budgets')
    .set({ query_characters: spent.query, path_characters: spent.path })
    .where('inmate_id', '=', inmateId)
    .where('site_id', '=', siteId)
    .where('day', '=', day)
    .execute()
  if (fresh.size === 0) return
  await sql`
    insert into web_addresses (inmate_id, site_id, day, hash)
    select ${inmateId}::uuid, ${siteId}, ${day}::date, hash
    from unnest(${[...fresh].map(hash => Buffer.from(hash, 'base64url'))}::bytea[]) as hash
    on conflict do nothing
  `.execute(transaction)
}
