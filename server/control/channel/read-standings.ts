import { sql } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../../database/open-database.ts'
import { readTogether } from '../../database/read-together.ts'

/** What the database knows of a terminal that says hello. */
export interface Standing {
  /** The highest it ever obeyed, as far as this database knows. */
  readonly highestVersion: number
  readonly rolledBackAt: Date | null
  readonly obeyedAt: Date | null
}

/** Answers a terminal's standing; those asked for at once are read together. */
export type ReadStanding = (id: TerminalId) => Promise<Standing | undefined>

export function createReadStanding(database: Database): ReadStanding {
  return readTogether((ids: readonly TerminalId[]) => readStandings(database, ids))
}

async function readStandings(
  database: Database,
  ids: readonly TerminalId[],
): Promise<ReadonlyMap<TerminalId, Standing>> {
  await sql`
    insert into terminal_states (terminal_id, heard_at)
    select id, now() from terminals where id = any(${ids}::uuid[]) order by id on conflict do nothing
  `.execute(database)
  const rows = await database
    .selectFrom('terminal_states')
    .select(['terminal_id as id', 'highest_version as highestVersion'])
    .select(['rolled_back_at as rolledBackAt', 'obeyed_at as obeyedAt'])
    .where(({ eb }) => eb('terminal_id', '=', sql<TerminalId>`any(${ids}::uuid[])`))
    .execute()
  return new Map(rows.map(({ id, ...standing }) => [id, standing]))
}
