import { unreachable } from '../errors/unreachable.ts'
import type { Closing } from './closing.ts'
import type { Order, OrderIntent } from './order.ts'
import { defaultLeases, MAX_CLOSINGS, type Maintenance, type StateDocument } from './state-document.ts'

/** The part of a document that orders change. */
export type OrderedState = Pick<StateDocument, 'closings' | 'maintenance' | 'leases'>

/** Where nobody has ordered anything yet. */
export const nothingOrdered: OrderedState = { closings: [], maintenance: null, leases: defaultLeases }

/** What orders change of a document, without what every document has anew. */
export function orderedPart({ closings, maintenance, leases }: OrderedState): OrderedState {
  return { closings, maintenance, leases }
}

/** Why an order makes no sense now. */
export type OrderRefusal =
  | 'ends-before-it-begins'
  | 'already-over'
  | 'closing-unknown'
  | 'too-many-closings'
  | 'maintenance-under-way'
  | 'no-maintenance'

export type OrderDecision =
  | { readonly effect: 'apply'; readonly state: OrderedState }
  | { readonly effect: 'refuse'; readonly reason: OrderRefusal }

/**
 * Works out what is in force once `order` is.
 *
 *  - Closing adds, whatever is closed already; reopening takes back exactly one closing, and never one that was ordered by
 *    someone else meanwhile.
 *  - What is over is left out of the next document.
 */
export function applyOrder(state: OrderedState, order: Order, nowMs: number): OrderDecision {
  const current = { ...state, closings: state.closings.filter(closing => !isOver(closing, nowMs)) }
  const { intent } = order
  switch (intent.kind) {
    case 'close':
      return close(current, order.id, intent, nowMs)
    case 'reopen': {
      const closings = current.closings.filter(({ id }) => id !== intent.closingId)
      return closings.length === current.closings.length ? refuse('closing-unknown') : apply({ ...current, closings })
    }
    case 'leases':
      return apply({ ...current, leases: intent.leases })
    case 'maintenance-plan':
    case 'maintenance-begin':
      return maintain(current, order.id, intent, nowMs)
    case 'maintenance-abort':
    case 'maintenance-end':
      return current.maintenance === null ? refuse('no-maintenance') : apply({ ...current, maintenance: null })
    default:
      return unreachable(intent)
  }
}

type Intent<Kind extends OrderIntent['kind']> = Extract<OrderIntent, { kind: Kind }>

function close(state: OrderedState, id: Closing['id'], intent: Intent<'close'>, nowMs: number): OrderDecision {
  const { kind: _, ...closing } = intent
  const problem = problemWithSpan(intent, nowMs)
  if (problem !== undefined) return refuse(problem)
  if (state.closings.length >= MAX_CLOSINGS) return refuse('too-many-closings')
  return apply({ ...state, closings: [...state.closings, { id, ...closing }] })
}

function maintain(
  state: OrderedState,
  id: Maintenance['id'],
  intent: Intent<'maintenance-plan'> | Intent<'maintenance-begin'>,
  nowMs: number,
): OrderDecision {
  if (state.maintenance?.phase === 'begun') return refuse('maintenance-under-way')
  const isPlan = intent.kind === 'maintenance-plan'
  const from = isPlan ? intent.from : new Date(nowMs).toISOString()
  const { until, line } = intent
  const problem = problemWithSpan({ from, until }, nowMs)
  if (problem !== undefined) return refuse(problem)
  const phase = isPlan ? 'planned' : 'begun'
  return apply({ ...state, maintenance: { id, phase, from, until, line: line ?? state.maintenance?.line ?? null } })
}

function problemWithSpan(span: Pick<Closing, 'from' | 'until'>, nowMs: number): OrderRefusal | undefined {
  if (span.until === null) return undefined
  if (span.from !== null && Date.parse(span.from) >= Date.parse(span.until)) return 'ends-before-it-begins'
  return isOver(span, nowMs) ? 'already-over' : undefined
}

function isOver({ until }: Pick<Closing, 'until'>, nowMs: number): boolean {
  return until !== null && Date.parse(until) <= nowMs
}

const refuse = (reason: OrderRefusal): OrderDecision => ({ effect: 'refuse', reason })
const apply = (state: OrderedState): OrderDecision => ({ effect: 'apply', state })
