import { sql } from 'kysely'
import type { Closing } from '#shared/directive/closing.ts'
import { MAX_CLOSINGS, type StateDocument } from '#shared/directive/state-document.ts'
import type { ControlPorts } from '../control-ports.ts'
import { lockControl, publishState, readCurrent } from './publish-state.ts'

const RAISED = 'state-raised'

/**
 * Goes on above a document that this prison signed and this database does not know: it was restored from an older copy.
 *
 *  - What either of the two closes is closed: what was reopened meanwhile has to be reopened again.
 *  - Does nothing where the database knows the document, or has gone on above a later one already: what was reopened between
 *    the two stays open.
 *
 * The caller has verified that `shown` was signed by one of our keys.
 */
export async function raiseState(
  { database, keys, clock }: ControlPorts,
  shown: ShownState,
  by: string,
): Promise<void> {
  await database.transaction().execute(async transaction => {
    await lockControl(transaction)
    const { version } = shown.document
    const known = await transaction
      .selectFrom('state_documents')
      .select('jws')
      .where('version', '=', version)
      .executeTakeFirst()
    if (known?.jws === shown.jws) return
    const { rows } = await sql`
      select from audit_records
      where action = ${RAISED} and (subject -> 'shownVersion')::bigint >= ${version} limit 1
    `.execute(transaction)
    if (rows.length > 0) return
    const current = await readCurrent(transaction, keys)
    const ours = current?.document
    await publishState(transaction, keys, current, {
      state: {
        closings: unite(ours?.closings ?? [], shown.document.closings),
        maintenance: ours?.maintenance ?? shown.document.maintenance,
        leases: ours?.leases ?? shown.document.leases,
      },
      signers: ours?.signers ?? shown.document.signers,
      above: version,
      audit: { actor: by, action: RAISED, subject: { shownVersion: version } },
      now: clock(),
    })
  })
}

export interface ShownState {
  readonly jws: string
  readonly document: StateDocument
}

function unite(ours: readonly Closing[], theirs: readonly Closing[]): Closing[] {
  const byId = new Map([...ours, ...theirs].map(closing => [closing.id, closing]))
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(-MAX_CLOSINGS)
}
