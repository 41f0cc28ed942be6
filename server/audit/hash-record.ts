import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'

/** An audit record without its own hash. */
export interface AuditRecord {
  readonly seq: number
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: unknown
  readonly previousHash: string
}

/** What the first record has for the hash of the one before it. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** SHA-256 of the record's canonical JSON, hexadecimal. */
export function hashRecord(record: AuditRecord): string {
  const { seq, at, actor, action, subject, previousHash } = record
  return createHash('sha256').update(canonicalJson({ seq, at, actor, action, subject, previousHash })).digest('hex')
}
