import type { JournalEntry } from '#shared/contracts/bridge.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { OutboxEntry } from './rows.ts'

/**
 * One push order out of the journal's and the outbox's.
 *
 *  - The journal's order stands. What only the outbox knows keeps its place between its neighbours there.
 *  - Where the neighbours leave room, the time of confirmation decides.
 */
export function mergeOrder(journal: readonly JournalEntry[], outbox: readonly OutboxEntry[]): readonly OperationId[] {
  const place = new Map(journal.map(({ operation }, index) => [operation.id, index]))
  const confirmed = outbox.toSorted((a, b) => a.seq - b.seq).map(({ operation }) => operation)
  /** At `n`: what stands right before the journal's `n`th. */
  const slots: OperationId[][] = Array.from({ length: journal.length + 1 }, () => [])
  let earliest = 0
  for (const [index, operation] of confirmed.entries()) {
    const known = place.get(operation.id)
    if (known !== undefined) {
      earliest = Math.max(earliest, known + 1)
      continue
    }
    const next = confirmed.slice(index + 1).flatMap(({ id }) => place.get(id) ?? [])
    const latest = Math.max(earliest, Math.min(journal.length, ...next))
    const later = journal.findIndex(other => other.operation.recordedAt > operation.recordedAt)
    earliest = Math.min(latest, Math.max(earliest, later === -1 ? journal.length : later))
    slots[earliest]?.push(operation.id)
  }
  return slots.flatMap((slot, index) => [
    ...slot,
    ...journal.slice(index, index + 1).map(({ operation }) => operation.id),
  ])
}
