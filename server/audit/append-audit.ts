import { sql } from 'kysely'
import type { Transaction } from '../database/open-database.ts'
import { hashRecord, NOTHING_BEFORE } from './hash-record.ts'

/** What happened, for those who look later. No secret, no text of an inmate. */
export interface AuditEntry {
  readonly at: Date
  /** `staff:<id>`, `terminal:<id>` or `server`. */
  readonly actor: string
  /** What was done, as `order-in-force`. */
  readonly action: string
  readonly subject: Readonly<Record<string, unknown>>
}

/** One chain for the whole database: writers stand in line for it, and let go when their transaction ends. */
const AUDIT_LOCK = 74_831_002

/**
 * Puts a record at the end of the audit chain, in the transaction of what it is about: both are there, or neither.
 *
 * Whoever holds other locks takes this one last.
 */
export async function appendAudit(transaction: Transaction, { at, actor, action, subject }: AuditEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`.execute(transaction)
  const last = await transaction
    .selectFrom('audit_records')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const record = {
    seq: (last?.seq ?? 0) + 1,
    at: at.toISOString(),
    actor,
    action,
    // What the database will give back: without members that are undefined.
    subject: JSON.parse(JSON.stringify(subject)) as unknown,
    previousHash: last?.hash ?? NOTHING_BEFORE,
  }
  await transaction
    .insertInto('audit_records')
    .values({
      seq: record.seq,
      at,
      actor,
      action,
      subject: JSON.stringify(record.subject),
      previous_hash: record.previousHash,
      hash: hashRecord(record),
    })
    .execute()
}
