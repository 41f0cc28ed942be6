import type { StateDocument } from '#shared/directive/state-document.ts'
import type { Database, Transaction } from '../../database/open-database.ts'
import { readUnchecked } from './open-state.ts'

/** The document in force, as it is in the database. Terminals check who signed it; a reader here need not. */
export interface StateInForce {
  readonly version: number
  readonly issuedAt: Date
  readonly jws: string
  readonly document: StateDocument
}

/** The document in force; `undefined` while there is none: before the first start of a server on a prison. */
export async function readState(database: Database | Transaction): Promise<StateInForce | undefined> {
  const row = await database
    .selectFrom('state_documents')
    .select(['version', 'issued_at as issuedAt', 'jws'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, document: readUnchecked(row.jws) }
}
