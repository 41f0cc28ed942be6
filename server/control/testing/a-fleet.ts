import { sql } from 'kysely'
import { vi } from 'vitest'
import type { OrderIntent } from '#shared/directive/order.ts'
import { must } from '#shared/errors/must.ts'
import type { Database } from '../../database/open-database.ts'
import { readState } from '../state/read-state.ts'
import type { HonestTerminal } from './test-channel.ts'

export const patiently = { timeout: 8000, interval: 20 }

/** An order to close a service for everyone. */
export const closing = (service: 'web' | 'canteen' | 'notices' = 'web'): OrderIntent => ({
  kind: 'close',
  target: { kind: 'service', service },
  scope: { kind: 'everyone' },
  reason: 'incident',
  line: null,
  from: null,
  until: null,
})

export async function currentVersion(database: Database): Promise<number> {
  return must(await readState(database), 'a document').version
}

/** Waits until every one of them holds the document in force. */
export async function untilAllHold(database: Database, terminals: readonly HonestTerminal[]): Promise<number> {
  return vi.waitFor(async () => {
    const version = await currentVersion(database)
    const behind = terminals.filter(terminal => terminal.held().version !== version)
    if (behind.length > 0) throw new Error(`${behind.length} terminals do not hold version ${version}`)
    return version
  }, patiently)
}

/** Puts the database back to how it was when `version` was in force, as somebody does who restores a copy. */
export async function restoreTo(database: Database, version: number): Promise<void> {
  const statements = [
    'alter table audit_records disable trigger audit_records_append_only',
    'alter table state_documents disable trigger state_documents_append_only',
    `delete from audit_records where seq >= (select min(seq) from audit_records where (subject -> 'version')::bigint > ${version})`,
    `delete from state_documents where version > ${version}`,
    `delete from state_orders where version > ${version}`,
    `update terminal_states set highest_version = least(highest_version, ${version}), obeyed_version = least(obeyed_version, ${version})`,
    'alter table audit_records enable trigger audit_records_append_only',
    'alter table state_documents enable trigger state_documents_append_only',
  ]
  await database.transaction().execute(async transaction => {
    for (const statement of statements) await sql.raw(statement).execute(transaction)
  })
}
