import type { RequestKind, RequestState } from '#shared/contracts/request.ts'

/** The steps staff may take from each state. Withdrawing is the inmate's own, and comes as an operation. */
const steps: Readonly<Record<RequestKind, Partial<Record<RequestState, readonly RequestState[]>>>> = {
  canteen: {
    received: ['in-hand', 'cancelled'],
    'in-hand': ['prepared', 'cancelled'],
    prepared: ['delivered', 'cancelled'],
  },
  medical: {
    received: ['in-hand', 'cancelled'],
    'in-hand': ['answered', 'cancelled'],
  },
  web: {
    received: ['in-hand', 'answered', 'cancelled'],
    'in-hand': ['answered', 'cancelled'],
  },
}

/** What a step does to the money held and the goods set aside for an order. */
export type Settlement = 'none' | 'debit' | 'give-back'

export type StepDecision =
  | { readonly effect: 'allow'; readonly settlement: Settlement }
  | { readonly effect: 'deny'; readonly reason: 'not-next' }

/**
 * Decides whether staff may take a request from one state to another.
 *
 * A request that ended stays ended. Goods are paid when they are delivered, and money and goods go back when
 * an order is cancelled: each order settles exactly once.
 */
export function evaluateStep(kind: RequestKind, from: RequestState, to: RequestState): StepDecision {
  if (steps[kind][from]?.includes(to) !== true) return { effect: 'deny', reason: 'not-next' }
  return { effect: 'allow', settlement: kind === 'canteen' ? settlementOf(to) : 'none' }
}

function settlementOf(to: RequestState): Settlement {
  if (to === 'delivered') return 'debit'
  return to === 'cancelled' ? 'give-back' : 'none'
}
