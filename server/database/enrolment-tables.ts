import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { Id } from './id-column.ts'

export interface EnrolmentCodeTable {
  /** SHA-256. */
  code_hash: Buffer
  terminal_id: Id<TerminalId>
  server_url: string
  language: Language
  /** `server`, or `staff:<id>`. */
  made_by: string
  made_at: Date
  expires_at: Date
  withdrawn_at: Date | null
  used_at: Date | null
  /** Raw Ed25519, base64url. */
  used_key: string | null
}

/** The table of enrolment. */
export interface EnrolmentTables {
  enrolment_codes: EnrolmentCodeTable
}
