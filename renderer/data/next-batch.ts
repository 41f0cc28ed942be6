import type { InmateId } from '#shared/contracts/ids.ts'
import { PUSH_BODY_LIMIT, PUSH_CALL_LIMIT } from '#shared/contracts/sync.ts'
import type { OutboxEntry } from './rows.ts'

const ENVELOPE_BYTES = 64 * 1024

export interface BatchLimits {
  readonly maxEntries: number
  readonly maxBytes: number
}

export const pushLimits: BatchLimits = { maxEntries: PUSH_CALL_LIMIT, maxBytes: PUSH_BODY_LIMIT - ENVELOPE_BYTES }

/**
 * What the next push carries, in order.
 *
 *  - Order holds per inmate: when one of an inmate's entries stays behind, all their later ones do.
 *  - `held` names inmates whose earliest entry the prison asked to wait with: none of theirs goes.
 *  - Parked entries wait for their person and hold up nothing.
 *  - Never empty while anything may go: a single entry above `maxBytes` goes alone.
 */
export function nextBatch(
  entries: readonly OutboxEntry[],
  held: ReadonlySet<InmateId>,
  limits: BatchLimits = pushLimits,
): readonly OutboxEntry[] {
  const batch: OutboxEntry[] = []
  let bytes = 0
  const waiting = entries.filter(({ state, operation }) => state !== 'parked' && !held.has(operation.inmateId))
  for (const entry of waiting.toSorted((a, b) => a.seq - b.seq)) {
    bytes += new TextEncoder().encode(JSON.stringify(entry.operation)).length + 1
    if (batch.length >= limits.maxEntries || (batch.length > 0 && bytes > limits.maxBytes)) break
    batch.push(entry)
  }
  return batch
}
