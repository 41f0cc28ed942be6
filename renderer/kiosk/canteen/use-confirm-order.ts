import type { OperationId } from '#shared/contracts/ids.ts'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'
import { useRef, useState } from 'react'
import type { OrderView } from '../stores/request-view.ts'
import { useActions } from '../stores/use-actions.ts'
import type { OrderToConfirm } from './order-to-confirm.ts'

export type Confirmation =
  | { readonly status: 'idle' }
  | { readonly status: 'pending'; readonly confirmed: OrderToConfirm }
  | { readonly status: 'failed'; readonly code: ErrorCode }
  | { readonly status: 'recorded'; readonly operationId: OperationId; readonly order: OrderView }

export interface ConfirmOrder {
  readonly confirmation: Confirmation
  /** Presses while one is under way do nothing. */
  readonly confirm: (order: OrderToConfirm) => void
  /** Shows the receipt of an order that is recorded already. */
  readonly recorded: (operationId: OperationId, order: OrderView) => void
  readonly startAfresh: () => void
}

/** Confirms the order that is on the page, once, and keeps hold of it: the cart is empty as soon as it is recorded. */
export function useConfirmOrder(): ConfirmOrder {
  const { confirmOrder } = useActions()
  const isBusy = useRef(false)
  const [confirmation, setConfirmation] = useState<Confirmation>({ status: 'idle' })
  const recorded = (operationId: OperationId, order: OrderView) =>
    setConfirmation({ status: 'recorded', operationId, order })
  const confirm = async (confirmed: OrderToConfirm) => {
    if (isBusy.current) return
    isBusy.current = true
    setConfirmation({ status: 'pending', confirmed })
    const outcome = await confirmOrder()
    isBusy.current = false
    if (outcome.status === 'recorded') recorded(outcome.operationId, confirmed.order)
    else setConfirmation({ status: 'failed', code: outcome.code })
  }
  return {
    confirmation,
    confirm: confirmed => void confirm(confirmed),
    recorded,
    startAfresh: () => setConfirmation({ status: 'idle' }),
  }
}
