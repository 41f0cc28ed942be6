import type { RequestEvent } from '#shared/contracts/request.ts'
import type { RequestView } from '../stores/request-view.ts'
import { isOver } from '../stores/is-over.ts'

/** One line of a request's timeline, as words are chosen for it. */
export interface RequestStep {
  readonly id: string
  readonly says:
    | RequestEvent['step']
    | 'recorded'
    | 'confirmed'
    | 'sent'
    | 'waiting'
    | 'asked'
    | 'parked'
    | 'dueAnswer'
    | 'dueDelivery'
  readonly status: 'done' | 'current' | 'expected'
  /** When it happened, or by when it will have; null where that is not known. */
  readonly at: string | null
}

/**
 * The life of a request from its confirmation to what is still to come, oldest first.
 *
 * What has not happened is never shown as done: until the prison says so, the last step is that it waits here.
 */
export function evaluateRequestSteps(request: RequestView): RequestStep[] {
  // Only of what no one else knows yet is it said that it is on this terminal: it may have come from another.
  const confirmed: RequestStep = { id: 'confirmed', says: 'confirmed', status: 'done', at: request.recordedAt }
  if (request.state === 'needs-you') {
    return [
      confirmed,
      { id: 'parked', says: request.canConfirmAgain ? 'asked' : 'parked', status: 'current', at: null },
    ]
  }
  if (request.state === 'recorded') {
    return [
      { ...confirmed, says: 'recorded', status: 'current' },
      { id: 'waiting', says: 'waiting', status: 'expected', at: null },
    ]
  }
  if (request.state === 'sent') return [confirmed, { id: 'sent', says: 'sent', status: 'current', at: null }]
  const events = request.events.length > 0 ? request.events : [{ step: 'received' as const, at: request.receivedAt }]
  const happened = events.map(({ step, at }, index): RequestStep => {
    const isLast = index === events.length - 1
    return { id: `${index}-${step}`, says: step, status: isLast ? 'current' : 'done', at }
  })
  return [confirmed, ...happened, ...expected(request)]
}

function expected({ state, kind, order, dueAt }: RequestView): RequestStep[] {
  if (isOver(state) || kind === 'unknown') return []
  if (kind !== 'canteen') return [{ id: 'due', says: 'dueAnswer', status: 'expected', at: dueAt }]
  return [{ id: 'due', says: 'dueDelivery', status: 'expected', at: order?.deliveryDay ?? dueAt }]
}
