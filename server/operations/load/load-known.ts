import { sql } from 'kysely'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { KnownOperation } from '../batch-state.ts'

/** The operations of these ids that were answered before. */
export async function loadKnown(
  transaction: Transaction,
  ids: readonly OperationId[],
): Promise<Map<OperationId, KnownOperation>> {
  const rows = await transaction
    .selectFrom('operations')
    .select(['id', 'hash', 'verdict'])
    .where('id', '=', sql<OperationId>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...known }) => [id, known]))
}

/** Which of these keys medical requests may still be sealed to. */
export async function loadMedicalKeys(transaction: Transaction, keyIds: readonly string[]): Promise<Set<string>> {
  if (keyIds.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('medical_keys')
    .select('key_id')
    .where('key_id', 'in', keyIds)
    .where('retired_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.key_id))
}
