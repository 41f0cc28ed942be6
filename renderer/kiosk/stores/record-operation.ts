import type { BridgeClient, ChannelInput } from '#renderer/data/bridge-client.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import { toPublicError } from '#shared/errors/guichet-error.ts'
import type { ConfirmOutcome } from './kiosk-actions.ts'

/** How long a person waits for "recorded": a mark of the platform's own, which `npm run bench` reads. */
const CONFIRM_MEASURE = 'confirm-recorded'

export type Intent = ChannelInput<'operation:confirm'>['intent']

/**
 * Records what a person confirmed: journal first, then outbox, and only then it answers `recorded`.
 *
 *  - The journal's word decides: once it has the operation, an answer that went astray does not lose it, and a
 *    browser database that takes no writes does not either.
 *  - The same id again is the same operation.
 */
export async function recordOperation(
  { bridge, outbox }: { readonly bridge: BridgeClient; readonly outbox: Outbox },
  id: OperationId,
  intent: Intent,
): Promise<ConfirmOutcome> {
  const begunAt = performance.now()
  try {
    const { operation } = await bridge.call('operation:confirm', { id, intent })
    await outbox.add(operation)
    performance.measure(CONFIRM_MEASURE, { start: begunAt })
    return { status: 'recorded', operationId: id }
  } catch (error) {
    const kept = (await tryCall(bridge, 'journal:read', {}))?.entries.find(({ operation }) => operation.id === id)
    if (kept === undefined) return { status: 'not-recorded', code: toPublicError(error).code }
    await outbox.add(kept.operation)
    return { status: 'recorded', operationId: id }
  }
}
