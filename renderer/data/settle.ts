import type { Rejection, Verdict } from '#shared/contracts/verdict.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import type { OutboxEntry } from './rows.ts'

/** How often the prison may fail to read an entry before it is parked for its person to see. */
export const UNREADABLE_LIMIT = 3

/** What becomes of one entry of a batch. */
export type Settlement =
  | { readonly effect: 'receive'; readonly entry: OutboxEntry; readonly receipt: string }
  | { readonly effect: 'park'; readonly entry: OutboxEntry; readonly rejection: Rejection }
  /** Stays; the prison asked to wait, could not read it, or did not speak of it. */
  | {
      readonly effect: 'keep'
      readonly entry: OutboxEntry
      readonly state: 'pending' | 'sent'
      readonly unreadable: number
    }

/**
 * Reads the prison's verdicts on a batch: `verdicts[i]` answers `batch[i]`.
 *
 *  - Every entry gets exactly one settlement, and no entry is dropped.
 *  - A verdict that names another operation, or is missing, settles nothing: the entry is kept and asked about again.
 *  - An entry that stays unreadable is parked, so that it stops holding up what its inmate confirmed after it.
 */
export function evaluateVerdicts(batch: readonly OutboxEntry[], verdicts: readonly Verdict[]): readonly Settlement[] {
  return batch.map((entry, index) => settlementOf(entry, verdicts[index]))
}

function settlementOf(entry: OutboxEntry, verdict: Verdict | undefined): Settlement {
  if (verdict?.status === 'unreadable') return countUnreadable(entry)
  if (verdict?.operationId !== entry.operation.id)
    return { effect: 'keep', entry, state: 'pending', unreadable: entry.unreadable }
  switch (verdict.status) {
    case 'applied':
    case 'duplicate':
      return { effect: 'receive', entry, receipt: verdict.receipt }
    case 'rejected':
      return { effect: 'park', entry, rejection: verdict.rejection }
    case 'deferred':
      return { effect: 'keep', entry, state: 'pending', unreadable: entry.unreadable }
    default:
      return unreachable(verdict)
  }
}

/** One more time that the prison, or the way to it, could not read `entry`. */
export function countUnreadable(entry: OutboxEntry): Settlement {
  const times = entry.unreadable + 1
  if (times >= UNREADABLE_LIMIT) return { effect: 'park', entry, rejection: { code: 'OPERATION_INVALID' } }
  return { effect: 'keep', entry, state: 'pending', unreadable: times }
}
