import type { OrderDecision } from '#shared/canteen/price-order.ts'
import type { OrderWindow } from '#shared/contracts/catalogue.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { CartReview } from '../stores/cart-view.ts'
import type { CatalogueView } from '../stores/catalogue-view.ts'
import { toOrderView } from '../stores/order-view.ts'
import type { OrderView } from '../stores/request-view.ts'

/** What stands on the review page. */
export interface OrderToConfirm {
  readonly operationId: OperationId
  readonly order: OrderView
  /** Null once the window it was put together for is over. */
  readonly window: OrderWindow | null
  /** As the prison would answer now, as far as this terminal knows. */
  readonly decision: OrderDecision
}

/** Names what the open review froze. An order for a window that is over is refused, though another may be open. */
export function evaluateReview(review: CartReview, { products, currentWindow }: CatalogueView): OrderToConfirm {
  const { operationId, windowId, lines } = review
  const window = currentWindow?.id === windowId ? currentWindow : null
  const names = { products, windows: window === null ? [] : [window] }
  return {
    operationId,
    order: toOrderView({ windowId, lines: [...lines], replaces: null }, names),
    window,
    decision: window === null ? { effect: 'reject', rejection: { code: 'ORDER_WINDOW_CLOSED' } } : review.decision,
  }
}
