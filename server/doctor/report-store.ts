import type { TerminalId } from '#shared/contracts/ids.ts'
import type { DoctorReport } from '#shared/doctor/doctor-report.ts'
import type { Database } from '../database/open-database.ts'

/** Keeps a terminal's report in place of the one before. */
export async function keepReport(
  database: Database,
  terminalId: TerminalId,
  { at, program, checked, findings }: DoctorReport,
  now: Date,
): Promise<void> {
  const report = {
    heard_at: now,
    at: new Date(at),
    version: program.version,
    electron: program.electron,
    is_packaged: program.isPackaged,
    checked,
    findings: JSON.stringify(findings),
  }
  await database
    .insertInto('doctor_reports')
    .values({ terminal_id: terminalId, ...report })
    .onConflict(conflict => conflict.column('terminal_id').doUpdateSet(report))
    .execute()
}
