import type { StateTone } from '#renderer/ui/display/state-tone.ts'
import type { ControlState, OrderView } from '#shared/contracts/staff.ts'

/** What became of an order. `standing`: what it closed is closed still; `over`: no longer. */
export type Outcome = 'waiting' | 'standing' | 'over' | 'done' | 'declined' | 'withdrawn'

export const outcomeTones: Readonly<Record<Outcome, StateTone>> = {
  waiting: 'underway',
  standing: 'needsYou',
  over: 'closed',
  done: 'received',
  declined: 'closed',
  withdrawn: 'closed',
}

/** Reads from an order and from what is closed now what became of it. A closing carries the number of its order. */
export function outcomeOf(
  { id, intent, status, orderedBy, decidedBy }: Pick<OrderView, 'id' | 'intent' | 'status' | 'orderedBy' | 'decidedBy'>,
  closings: ControlState['closings'],
): Outcome {
  if (status === 'waiting') return 'waiting'
  if (status === 'declined') return decidedBy === orderedBy ? 'withdrawn' : 'declined'
  if (intent.kind !== 'close') return 'done'
  return closings.some(({ closing }) => closing.id === id) ? 'standing' : 'over'
}
