import type { ColumnType } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Id } from './id-column.ts'

export interface DoctorReportTable {
  terminal_id: Id<TerminalId>
  heard_at: Date
  at: Date
  version: string
  electron: string
  is_packaged: boolean
  checked: number
  /** Written as its JSON text. */
  findings: ColumnType<unknown, string, string>
}
