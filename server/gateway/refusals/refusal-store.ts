import { type Insertable, sql } from 'kysely'
import { MAX_REFUSED_PATH_LENGTH } from '#shared/contracts/refusals.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../../database/open-database.ts'
import type { WebRefusalTable } from '../../database/web-tables.ts'

/** What was refused, and how often. */
export interface CountedRefusal {
  readonly day: string
  readonly terminalId: TerminalId
  readonly gate: WebRefusalTable['gate']
  readonly siteId?: string | undefined
  readonly ruleId?: string | undefined
  readonly host: string
  readonly path: string
  readonly method: string
  readonly type: string
  readonly reason: string
  readonly count: number
}

/** A page that invents addresses fills no more of the table than this in a day; beyond it their hosts and paths are left out. */
export const ADDRESSES_PER_TERMINAL_AND_DAY = 5000

const keys = ['day', 'terminal_id', 'gate', 'site_id', 'rule_id', 'host', 'path', 'method', 'type', 'reason'] as const

/** Adds refusals to the counts of their days, in one transaction. */
export async function addRefusals(database: Database, refusals: readonly CountedRefusal[]): Promise<void> {
  if (refusals.length === 0) return
  await database.transaction().execute(async transaction => {
    const terminals = [...new Set(refusals.map(({ terminalId }) => terminalId))]
    const { rows } = await sql<{ day: string; terminal_id: TerminalId; count: number }>`
      select day, terminal_id, count(*) as count from web_refusals
      where terminal_id = any(${terminals}::uuid[]) and day >= ${earliest(refusals)}::date
      group by day, terminal_id
    `.execute(transaction)
    const full = new Set(
      rows.filter(({ count }) => count >= ADDRESSES_PER_TERMINAL_AND_DAY).map(row => `${row.day} ${row.terminal_id}`),
    )
    const merged = merge(refusals.map(refusal => rowOf(refusal, full.has(`${refusal.day} ${refusal.terminalId}`))))
    await transaction
      .insertInto('web_refusals')
      .values([...merged])
      .onConflict(conflict =>
        conflict.columns([...keys]).doUpdateSet({ count: sql`web_refusals.count + excluded.count` }),
      )
      .execute()
  })
}

type Row = Insertable<WebRefusalTable>

function earliest(refusals: readonly CountedRefusal[]): string {
  return refusals.map(({ day }) => day).toSorted()[0] ?? ''
}

function rowOf(refusal: CountedRefusal, isFull: boolean): Row {
  const { day, terminalId, gate, siteId = '', ruleId = '', method, type, reason, count } = refusal
  const host = isFull ? '' : refusal.host
  const path = isFull ? '' : refusal.path.slice(0, MAX_REFUSED_PATH_LENGTH)
  return {
    day,
    terminal_id: terminalId,
    gate,
    site_id: siteId,
    rule_id: ruleId,
    host,
    path,
    method,
    type,
    reason,
    count,
  }
}

/** One row for each that is the same: a statement may touch a row once. */
function merge(rows: readonly Row[]): readonly Row[] {
  const merged = new Map<string, Row>()
  for (const row of rows) {
    const key = JSON.stringify(keys.map(name => row[name]))
    merged.set(key, { ...row, count: row.count + (merged.get(key)?.count ?? 0) })
  }
  // In one order, so that two servers never wait for each other here.
  return [...merged.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
