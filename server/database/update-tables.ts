import type { ColumnType } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { StageScope } from '#shared/update/choose-stage.ts'
import type { UpdateManifest } from '#shared/update/update-manifest.ts'
import type { Id } from './id-column.ts'

export interface UpdateTables {
  updates: {
    version: string
    architecture: UpdateManifest['architecture']
    /** Written as its JSON text. */
    manifest: ColumnType<unknown, string, string>
    size: number
    sha256: string
    added_at: Date
  }
  update_stages: {
    scope_kind: StageScope['kind']
    scope_id: string
    version: string
    attempt: number
    is_paused: boolean
    from_hour: number | null
    to_hour: number | null
    staged_at: Date
  }
  terminal_updates: {
    terminal_id: Id<TerminalId>
    heard_at: Date
    running: string
    failed_version: string | null
    failed_why: string | null
  }
}
