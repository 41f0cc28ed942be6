import type { OperationId, OrderWindowId, ProductId } from '#shared/contracts/ids.ts'
import type { OrderLine } from '#shared/contracts/operation.ts'

export interface CartItem {
  readonly productId: ProductId
  readonly quantity: number
}

/** What was on the screen when the review opened. Confirmed as it is, whatever the catalogue does meanwhile. */
export interface FrozenOrder {
  readonly operationId: OperationId
  readonly windowId: OrderWindowId
  readonly lines: readonly OrderLine[]
}

/** The signed-in inmate's cart. `items` is `undefined` while it is read, or while nobody is signed in. */
export interface CartState {
  readonly items: readonly CartItem[] | undefined
  readonly review: FrozenOrder | null

  /** Any change of what is in the cart closes the review, so that an id never stands for two different orders. */
  readonly quantityChanged: (productId: ProductId, quantity: number) => void
  readonly cleared: () => void
  readonly reviewOpened: (windowId: OrderWindowId, lines: readonly OrderLine[]) => void
  readonly reviewClosed: () => void
}
