import { nothingOrdered } from '#shared/directive/apply-order.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { ControlPorts } from '../control-ports.ts'
import { lockControl, publishState, readCurrent } from './publish-state.ts'

/** The first document, version 1, in which nothing is closed. Does nothing where there is one, or no prison yet. */
export async function ensureState({ database, keys, clock }: ControlPorts): Promise<void> {
  await database.transaction().execute(async transaction => {
    const prison = await transaction.selectFrom('prison').select('id').executeTakeFirst()
    if (prison === undefined) return
    await lockControl(transaction)
    await ensureStateWithin(transaction, { keys, clock })
  })
}

/** The same inside a transaction that holds `lockControl`. */
export async function ensureStateWithin(
  transaction: Transaction,
  { keys, clock }: Pick<ControlPorts, 'keys' | 'clock'>,
): Promise<void> {
  if ((await readCurrent(transaction, keys)) !== undefined) return
  await publishState(transaction, keys, {
    state: nothingOrdered,
    audit: { actor: 'server', action: 'state-begun', subject: {} },
    now: clock(),
  })
}
