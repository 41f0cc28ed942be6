import { orderedPart } from '#shared/directive/apply-order.ts'
import type { StateKey } from '../../keys/state-keys.ts'
import type { ControlPorts } from '../control-ports.ts'
import { holdState } from '../state/ensure-state.ts'
import { publishState } from '../state/publish-state.ts'
import type { Via } from './issue-order.ts'
import { assertOnDuty, type Warden } from './warden.ts'

export interface KeyChange {
  readonly key: StateKey
  readonly by: Warden
  readonly via: Via
}

/**
 * Has terminals believe `key` from now on, and no other: a document signed with the old key says so. Answers its version.
 *
 * A terminal that was away gets that document first, whenever it comes. The old private key is needed no more; the file of the
 * new one must be in the keys folder of every server.
 */
export async function changeKey(ports: ControlPorts, { key, by, via }: KeyChange): Promise<number> {
  const { keyId, publicKey } = key
  return ports.database.transaction().execute(async transaction => {
    const current = await holdState(transaction, ports)
    await assertOnDuty(transaction, by)
    const { document } = await publishState(transaction, ports.keys, current, {
      state: orderedPart(current.document),
      signers: [{ keyId, publicKey }],
      audit: {
        actor: `staff:${by.id}`,
        action: 'state-key-changed',
        subject: { name: by.name, via, keyId, before: current.document.signers.map(signer => signer.keyId) },
      },
      now: ports.clock(),
    })
    return document.version
  })
}
