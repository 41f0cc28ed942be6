import { nothingOrdered } from '#shared/directive/apply-order.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { ControlPorts } from '../control-ports.ts'
import type { OpenedState } from './open-state.ts'
import { lockControl, publishState, readCurrent } from './publish-state.ts'

/** The first document, version 1, in which nothing is closed. Does nothing where there is one, or no prison yet. */
export async function ensureState({ database, keys, clock }: ControlPorts): Promise<void> {
  await database.transaction().execute(async transaction => {
    const prison = await transaction.selectFrom('prison').select('id').executeTakeFirst()
    if (prison === undefined) return
    await holdState(transaction, { keys, clock })
  })
}

/**
 * Has the state to itself until the transaction ends, and answers what is in force: whoever changes it begins with this.
 * Where there is no document yet, the first one is made.
 */
export async function holdState(
  transaction: Transaction,
  { keys, clock }: Pick<ControlPorts, 'keys' | 'clock'>,
): Promise<OpenedState> {
  await lockControl(transaction)
  const current = await readCurrent(transaction, keys)
  if (current !== undefined) return current
  return publishState(transaction, keys, undefined, {
    state: nothingOrdered,
    audit: { actor: 'server', action: 'state-begun', subject: {} },
    now: clock(),
  })
}
