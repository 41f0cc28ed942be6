import { z } from 'zod'
import { type Finding, findingSchema } from '#shared/doctor/finding.ts'
import { chooseStage, type Stage } from '#shared/update/choose-stage.ts'
import type { Database } from '../database/open-database.ts'
import type { FleetTerminal } from './judge-fleet.ts'

const findingsSchema = z.array(findingSchema)
/** Stands for a report that a server of another version took: it must not hide the others. */
const unreadable: readonly Finding[] = [
  {
    check: 'report.words',
    state: 'fail',
    about: 'what its doctor said',
    got: 'a report of another version of Guichet',
    want: 'one of this server’s',
    means: 'Nothing is known of this terminal until it reports again.',
    remedy: 'Wait an hour. If it stays, bring terminal and server to the same version.',
  },
]

/** Every terminal that is enrolled and not revoked, with what its doctor said last and what of `stages` it may have, by name. */
export async function readFleet(
  database: Database,
  stages: readonly (Stage & { readonly at: Date })[] = [],
): Promise<FleetTerminal[]> {
  const rows = await database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .leftJoin('doctor_reports as report', 'report.terminal_id', 'terminals.id')
    .leftJoin('terminal_states as state', 'state.terminal_id', 'terminals.id')
    .select(['terminals.id', 'cells.wing_id as wing'])
    .select(['terminals.name', 'terminals.enrolled_at', 'report.heard_at as reportedAt', 'report.version'])
    .select(['report.checked', 'report.findings', 'state.connected_at', 'state.heard_at as heardAt'])
    .where('terminals.enrolled_at', 'is not', null)
    .where('terminals.revoked_at', 'is', null)
    .orderBy('terminals.name')
    .execute()
  return rows.map(row => ({
    name: row.name,
    staged: chooseStage(stages, row),
    isConnected: row.connected_at !== null,
    heardAt: row.heardAt,
    report:
      row.reportedAt === null || row.version === null || row.checked === null
        ? undefined
        : {
            heardAt: row.reportedAt,
            version: row.version,
            checked: row.checked,
            findings: findingsSchema.safeParse(row.findings).data ?? unreadable,
          },
  }))
}
