import type { Database } from '../database/open-database.ts'
import type { AuditRecord } from './hash-record.ts'

export type StoredRecord = AuditRecord & { readonly hash: string }

/** Records after `after`, in their order, at most `limit`. */
export async function listAudit(
  database: Database,
  { after = 0, limit = 1000 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly StoredRecord[]> {
  const rows = await database
    .selectFrom('audit_records')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ at, previous_hash: previousHash, ...row }) => ({ ...row, at: at.toISOString(), previousHash }))
}

/** The last `count` records, in their order. */
export async function lastAudit(database: Database, count: number): Promise<readonly StoredRecord[]> {
  const row = await database
    .selectFrom('audit_records')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return listAudit(database, { after: (row?.seq ?? 0) - count, limit: count })
}
