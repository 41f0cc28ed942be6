import { sql } from 'kysely'
import { vi } from 'vitest'
import type { Database } from '../database/open-database.ts'

/**
 * Waits until every transaction that is running now has ended: until then a pull holds back what came after.
 * The transactions of other databases of the same PostgreSQL count too, so that tests beside this one do.
 */
export async function untilSettled(database: Database): Promise<void> {
  const horizon = async () => {
    const { rows } = await sql<{ xmin: string; xmax: string }>`
      select pg_snapshot_xmin(s)::text as xmin, pg_snapshot_xmax(s)::text as xmax from pg_current_snapshot() as s
    `.execute(database)
    return { xmin: BigInt(rows[0]?.xmin ?? 0), xmax: BigInt(rows[0]?.xmax ?? 0) }
  }
  const { xmax } = await horizon()
  await vi.waitFor(
    async () => {
      if ((await horizon()).xmin < xmax) throw new Error('an older transaction is still running')
    },
    { interval: 5, timeout: 10_000 },
  )
}
