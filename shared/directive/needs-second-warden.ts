import type { Closing } from './closing.ts'
import type { OrderIntent } from './order.ts'

/**
 * Whether an order takes force only when another warden has approved it: closing medical requests for whomever, and
 * reopening the platform for everyone. Everything else is one warden's to close and to reopen.
 */
export function needsSecondWarden(closings: readonly Closing[], intent: OrderIntent): boolean {
  if (intent.kind === 'close') return intent.target.kind === 'service' && intent.target.service === 'medical'
  if (intent.kind !== 'reopen') return false
  const closing = closings.find(({ id }) => id === intent.closingId)
  return (
    closing?.target.kind === 'service' && closing.target.service === 'platform' && closing.scope.kind === 'everyone'
  )
}
