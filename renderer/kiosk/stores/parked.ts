import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import { requestIdOf } from '#renderer/data/received.ts'
import type { OutboxEntry } from '#renderer/data/rows.ts'
import type { InmateId, OperationId } from '#shared/contracts/ids.ts'
import type { CanteenOrderBody } from '#shared/contracts/operation.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'

interface ParkedPorts {
  readonly bridge: BridgeClient
  readonly outbox: Outbox
}

/** An order parked because its prices rose, as it would be confirmed now; null for anything else. */
export function orderAtNewPrices({ operation, state, rejection }: OutboxEntry): CanteenOrderBody | null {
  if (state !== 'parked' || operation.kind !== 'canteen.order' || rejection?.code !== 'ORDER_PRICE_ROSE') return null
  const nowCents = new Map(rejection.lines.map(line => [line.productId, line.nowCents]))
  return {
    windowId: operation.body.windowId,
    lines: operation.body.lines.map(line => ({
      ...line,
      seenUnitPriceCents: nowCents.get(line.productId) ?? line.seenUnitPriceCents,
    })),
    replaces: operation.id,
  }
}

/** A parked entry, with what was refused about the request it would have opened. */
export function putAwayTogether(outbox: Outbox, id: OperationId): readonly OutboxEntry[] {
  return outbox
    .getSnapshot()
    .entries.filter(entry => entry.state === 'parked' && (entry.operation.id === id || requestIdOf(entry) === id))
}

/** Puts parked entries away for good, in the journal first. False when the journal kept one. */
export async function putAway({ bridge, outbox }: ParkedPorts, entries: readonly OutboxEntry[]): Promise<boolean> {
  const answers = await Promise.all(entries.map(async ({ operation }) => discardInJournal(bridge, operation.id)))
  await outbox.discarded(entries.filter((_, index) => answers[index] === true).map(({ operation }) => operation.id))
  return answers.every(Boolean)
}

async function discardInJournal(bridge: BridgeClient, id: OperationId): Promise<boolean> {
  try {
    await bridge.call('journal:discard', { id })
    return true
  } catch (error) {
    // A journal that no longer has it needs no telling.
    return error instanceof GuichetError && error.code === 'OPERATION_UNKNOWN'
  }
}

/** Finishes what a power cut interrupted: parked orders whose successor was recorded go away. */
export async function putAwayReplaced(
  ports: ParkedPorts,
  inmateId: InmateId,
  isRecorded: (id: OperationId) => boolean,
): Promise<void> {
  const replaced = ports.outbox
    .getSnapshot()
    .entries.filter(({ operation, state }) => operation.inmateId === inmateId && state === 'parked')
    .filter(({ replacedBy }) => replacedBy !== null && isRecorded(replacedBy))
  await putAway(ports, replaced)
}
