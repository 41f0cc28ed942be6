import type { InmateId } from '#shared/contracts/ids.ts'
import type { Database } from '../../database/open-database.ts'
import type { WrittenField } from '../../database/web-tables.ts'

/** What somebody wrote to a site, word for word. */
export interface ListedReview {
  readonly at: Date
  readonly inmateId: InmateId
  readonly siteId: string
  readonly ruleId: string
  readonly method: string
  readonly host: string
  readonly path: string
  readonly fields: readonly WrittenField[]
}

const MOST_LISTED = 1000

/** What was written since the beginning of a day, UTC, the oldest first. For who reviews it, and nobody else. */
export async function listReviews(database: Database, since: string): Promise<ListedReview[]> {
  return database
    .selectFrom('web_reviews')
    .select([
      'at',
      'inmate_id as inmateId',
      'site_id as siteId',
      'rule_id as ruleId',
      'method',
      'host',
      'path',
      'fields',
    ])
    .where('at', '>=', new Date(`${since}T00:00:00Z`))
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute()
}
