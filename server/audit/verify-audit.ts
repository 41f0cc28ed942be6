import { sql } from 'kysely'
import type { Database } from '../database/open-database.ts'
import { hashRecord, NOTHING_BEFORE } from './hash-record.ts'
import { listAudit, type StoredRecord } from './list-audit.ts'

/** The end of a chain, to note down elsewhere: a chain that ends before it has lost its end. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

export type AuditProblem =
  /** A number is missing before this one, or records changed places. */
  | 'record-missing'
  /** Its words are not those that were hashed. */
  | 'record-changed'
  /** It follows another record than the one before it. */
  | 'chain-broken'
  /** A head that was noted down is not there any more. */
  | 'end-missing'
  /** A state document that no record speaks of. */
  | 'document-unrecorded'

export type AuditProof =
  | { readonly isWhole: true; readonly records: number; readonly head: AuditHead }
  | { readonly isWhole: false; readonly problem: AuditProblem; readonly seq: number }

/**
 * Proves that the chain is whole: no record removed, changed or moved since it was written.
 *
 *  - The chain alone cannot tell that its last records were cut off. `expected`, a head that was noted down, does; and each state
 *    document must have its record, so that a record of an order goes only together with what every terminal can show.
 *  - Whoever can write to the database as they like can write a whole new chain: only a noted head tells that.
 */
export async function verifyAudit(database: Database, expected?: AuditHead): Promise<AuditProof> {
  let head: AuditHead = { seq: 0, hash: NOTHING_BEFORE }
  let isExpectedThere = expected === undefined || expected.seq === 0
  for (;;) {
    const records = await listAudit(database, { after: head.seq })
    for (const record of records) {
      const problem = problemWith(record, head)
      if (problem !== undefined) return { isWhole: false, problem, seq: record.seq }
      if (record.seq === expected?.seq) isExpectedThere = record.hash === expected.hash
      head = { seq: record.seq, hash: record.hash }
    }
    if (records.length === 0) break
  }
  if (!isExpectedThere) return { isWhole: false, problem: 'end-missing', seq: expected?.seq ?? 0 }
  const unrecorded = await findUnrecorded(database)
  if (unrecorded !== undefined) return { isWhole: false, problem: 'document-unrecorded', seq: unrecorded }
  return { isWhole: true, records: head.seq, head }
}

/** What is wrong with `record`, where `before` is the end of the chain so far. */
export function problemWith(record: StoredRecord, before: AuditHead): AuditProblem | undefined {
  if (record.seq !== before.seq + 1) return 'record-missing'
  if (record.previousHash !== before.hash) return 'chain-broken'
  return record.hash === hashRecord(record) ? undefined : 'record-changed'
}

async function findUnrecorded(database: Database): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    select version from state_documents
    where not exists (
      select from audit_records where subject ? 'version' and subject -> 'version' = to_jsonb(state_documents.version)
    )
    order by version limit 1
  `.execute(database)
  return rows[0]?.version
}
