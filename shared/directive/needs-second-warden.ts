import type { OrderedState } from './apply-order.ts'
import type { OrderIntent } from './order.ts'

type Ordered = Pick<OrderedState, 'closings' | 'leases'>

/**
 * Whether an order takes force only when another warden has approved it: closing medical requests for whomever, reopening
 * the platform for everyone, and longer leases, with which a terminal that is cut off obeys a closing later. Everything else
 * is one warden's to close and to reopen.
 */
export function needsSecondWarden({ closings, leases }: Ordered, intent: OrderIntent): boolean {
  if (intent.kind === 'leases') return intent.leases.web > leases.web || intent.leases.local > leases.local
  if (intent.kind === 'close') return intent.target.kind === 'service' && intent.target.service === 'medical'
  if (intent.kind !== 'reopen') return false
  const closing = closings.find(({ id }) => id === intent.closingId)
  return (
    closing?.target.kind === 'service' && closing.target.service === 'platform' && closing.scope.kind === 'everyone'
  )
}
