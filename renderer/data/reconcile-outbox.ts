import type { JournalEntry } from '#shared/contracts/bridge.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { SettlingVerdict, Verdict } from '#shared/contracts/verdict.ts'
import { mergeOrder } from './merge-order.ts'
import type { OutboxEntry } from './rows.ts'

export interface Reconciliation {
  /** In the journal and not in the outbox: unsettled, or parked with the rejection. */
  readonly toAdd: readonly Pick<OutboxEntry, 'operation' | 'state' | 'rejection'>[]
  /** Verdicts that reached the journal and not the outbox, for entries the outbox holds. */
  readonly toSettle: readonly SettlingVerdict[]
  /** Unsettled in the outbox and unknown to the journal. */
  readonly toRestoreToJournal: readonly Operation[]
  /** Every operation of the reconciled outbox, in push order. */
  readonly order: readonly OperationId[]
}

/**
 * Brings outbox and journal together at start, whichever of them was lost, cut short or is behind.
 *
 *  - Afterwards the outbox holds everything either of them held that the prison has not accepted.
 *  - The journal knows best what was settled, and in which order things were confirmed.
 *  - A parked entry the journal lacks is not given back: its person may have put it away just before the power went.
 *  - Reconciling the outcome again changes nothing.
 */
export function reconcileOutbox(journal: readonly JournalEntry[], outbox: readonly OutboxEntry[]): Reconciliation {
  const inJournal = new Map(journal.map(entry => [entry.operation.id, entry]))
  const inOutbox = new Map(outbox.map(entry => [entry.operation.id, entry]))
  const toAdd = [...inJournal.values()].flatMap(({ operation, verdict }) => {
    if (inOutbox.has(operation.id) || isAccepted(verdict)) return []
    return [{ operation, ...standingBy(verdict) }]
  })
  const toSettle = [...inJournal.values()].flatMap(({ operation, verdict }) => {
    const entry = inOutbox.get(operation.id)
    return entry !== undefined && isSettling(verdict) && !reflects(entry, verdict) ? [verdict] : []
  })
  const toRestoreToJournal = outbox
    .filter(({ operation, state }) => state !== 'parked' && !inJournal.has(operation.id))
    .map(({ operation }) => operation)
  return { toAdd, toSettle, toRestoreToJournal, order: mergeOrder([...inJournal.values()], outbox) }
}

export function isSettling(verdict: Verdict | null): verdict is SettlingVerdict {
  return verdict?.status === 'applied' || verdict?.status === 'duplicate' || verdict?.status === 'rejected'
}

function isAccepted(verdict: Verdict | null): boolean {
  return verdict?.status === 'applied' || verdict?.status === 'duplicate'
}

function standingBy(verdict: Verdict | null): Pick<OutboxEntry, 'state' | 'rejection'> {
  if (verdict?.status === 'rejected') return { state: 'parked', rejection: verdict.rejection }
  return { state: 'pending', rejection: null }
}

function reflects(entry: OutboxEntry, verdict: SettlingVerdict): boolean {
  return verdict.status === 'rejected' && entry.state === 'parked'
}
