import type { Database } from '../database/open-database.ts'

/**
 * For how many days what the web leaves behind is kept.
 *
 *  - Budgets count one day. A week of them shows who came near the end of theirs, and when.
 *  - Refusals are looked at when a site does not work or somebody tries its edges: a quarter shows either.
 *  - What people wrote freely is personal: a year is as long as anybody may still have to answer for it.
 */
export const keptDays = { budgets: 7, refusals: 90, reviews: 365 } as const

/** How many rows went. */
export type Deleted = Readonly<Record<keyof typeof keptDays, number>>

/** Deletes what is older than it is kept. Safe to run at any time, and by several servers at once. */
export async function deleteOldRecords(database: Database, now: Date): Promise<Deleted> {
  const [budgetDay, refusalDay] = [dayBefore(now, keptDays.budgets), dayBefore(now, keptDays.refusals)]
  const reviewedUntil = new Date(`${dayBefore(now, keptDays.reviews)}T00:00:00Z`)
  return database.transaction().execute(async transaction => {
    await transaction.deleteFrom('web_addresses').where('day', '<', budgetDay).execute()
    const budgets = await transaction.deleteFrom('web_budgets').where('day', '<', budgetDay).executeTakeFirst()
    const refusals = await transaction.deleteFrom('web_refusals').where('day', '<', refusalDay).executeTakeFirst()
    const reviews = await transaction.deleteFrom('web_reviews').where('at', '<', reviewedUntil).executeTakeFirst()
    return {
      budgets: Number(budgets.numDeletedRows),
      refusals: Number(refusals.numDeletedRows),
      reviews: Number(reviews.numDeletedRows),
    }
  })
}

/** A calendar day, UTC. The prison's own is at most one off, which nobody's rights depend on. */
function dayBefore(now: Date, days: number): string {
  const day = new Date(now)
  day.setUTCDate(day.getUTCDate() - days)
  return day.toISOString().slice(0, 10)
}
