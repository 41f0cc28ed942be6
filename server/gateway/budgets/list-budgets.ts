import type { InmateId } from '#shared/contracts/ids.ts'
import { type BudgetLimits, type Carried, defaultBudgetLimits } from '#shared/policy/budget.ts'
import type { Database } from '../../database/open-database.ts'

/** What one inmate has carried out to one site on one day, beside what they may. */
export interface ListedBudget {
  readonly inmateId: InmateId
  readonly siteId: string
  readonly day: string
  readonly spent: Carried
  readonly limits: BudgetLimits
}

/** The budgets of a day, the most spent first; of one inmate where `inmateId` is given. */
export async function listBudgets(database: Database, day: string, inmateId?: InmateId): Promise<ListedBudget[]> {
  const all = database
    .selectFrom('web_budgets')
    .select(['inmate_id', 'site_id', 'day', 'query_characters', 'path_characters'])
    .where('day', '=', day)
    .orderBy('query_characters', 'desc')
    .orderBy('path_characters', 'desc')
  const rows = await (inmateId === undefined ? all : all.where('inmate_id', '=', inmateId)).execute()
  return rows.map(row => ({
    inmateId: row.inmate_id,
    siteId: row.site_id,
    day: row.day,
    spent: { query: row.query_characters, path: row.path_characters },
    limits: defaultBudgetLimits,
  }))
}
