import type { Database } from '../../database/open-database.ts'

/** Refusals of all terminals together, as a technician reads them. */
export interface ListedRefusal {
  readonly day: string
  readonly gate: string
  readonly reason: string
  readonly siteId: string
  readonly ruleId: string
  readonly host: string
  readonly path: string
  readonly method: string
  readonly type: string
  readonly terminals: number
  readonly count: number
}

const MOST_LISTED = 1000

/** Refusals since a day, the latest day and the most frequent first. Which terminals they were at is not told. */
export async function listRefusals(database: Database, since: string): Promise<ListedRefusal[]> {
  const rows = await database
    .selectFrom('web_refusals')
    .select(({ fn }) => [
      'day',
      'gate',
      'reason',
      'site_id as siteId',
      'rule_id as ruleId',
      'host',
      'path',
      'method',
      'type',
      fn.countAll<number>().as('terminals'),
      fn.sum<string>('count').as('total'),
    ])
    .where('day', '>=', since)
    .groupBy(['day', 'gate', 'reason', 'site_id', 'rule_id', 'host', 'path', 'method', 'type'])
    .orderBy('day', 'desc')
    .orderBy('total', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(({ total, ...row }) => ({ ...row, count: Number(total) }))
}
