import type { OrderDecision } from '#shared/canteen/price-order.ts'
import type { OperationId, OrderWindowId, ProductId } from '#shared/contracts/ids.ts'
import type { OrderLine } from '#shared/contracts/operation.ts'
import type { CatalogueProduct } from './catalogue-view.ts'

export interface CartLine {
  readonly product: CatalogueProduct
  readonly quantity: number
  readonly lineCents: number
  /** More than may be ordered now; the line is shown, and the order would be refused. */
  readonly isOverLimit: boolean
}

/** What the person is about to confirm, frozen when the review opened: prices, window, and the order's id. */
export interface CartReview {
  readonly operationId: OperationId
  readonly windowId: OrderWindowId
  readonly lines: readonly OrderLine[]
  readonly totalCents: number
  /** As the prison would answer now, as far as this terminal knows. */
  readonly decision: OrderDecision
}

export interface CartView {
  readonly lines: readonly CartLine[]
  /** Products put in the cart that the canteen no longer has; `remove` takes them out. */
  readonly missing: readonly ProductId[]
  /** Number of things, not of lines. */
  readonly count: number
  readonly totalCents: number
  /** The account less what is recorded here less this cart; null while the account is not known. */
  readonly leftAfterCents: number | null
  /** What the window's spending limit leaves after this cart. */
  readonly leftToSpendAfterCents: number
  readonly decision: OrderDecision
  /** Set from `openReview` until `closeReview`, a change of the cart, or the confirmation; survives a restart. */
  readonly review: CartReview | null
}

export interface CartActions {
  /** One more, up to what may be ordered. */
  readonly add: (productId: ProductId) => void
  /** Zero takes the line out. */
  readonly setQuantity: (productId: ProductId, quantity: number) => void
  readonly remove: (productId: ProductId) => void
  readonly clear: () => void
  /** Freezes what is in the cart under a fresh id; answers false while no window is open or the cart is empty. */
  readonly openReview: () => boolean
  readonly closeReview: () => void
}
