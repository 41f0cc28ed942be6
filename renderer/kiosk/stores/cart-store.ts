import type { CartDraft } from '#renderer/data/rows.ts'
import type { InmateId, OperationId, OrderWindowId, ProductId } from '#shared/contracts/ids.ts'
import { MAX_LINE_QUANTITY, MAX_ORDER_LINES, type OrderLine } from '#shared/contracts/operation.ts'
import { createStore, type StoreApi } from 'zustand'

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
  /** Opening it again on the same order keeps the id. */
  readonly reviewOpened: (windowId: OrderWindowId, lines: readonly OrderLine[]) => void
  readonly reviewClosed: () => void
}

export interface CartPorts {
  readonly keep: (draft: CartDraft) => Promise<void>
  readonly mintId: () => OperationId
}

export interface CartKeeper {
  readonly store: StoreApi<CartState>
  readonly signedIn: (inmateId: InmateId, draft: CartDraft | undefined) => void
  readonly signedOut: () => void
  /** Empties the cart if it is still the one that was confirmed under this id. */
  readonly confirmed: (operationId: OperationId) => void
}

/** One cart at a time, its owner's; every change is kept, so that it survives sign-out and a kill. */
export function createCartKeeper({ keep, mintId }: CartPorts): CartKeeper {
  let owner: InmateId | null = null
  // An id outlives the closing of its review: an attempt under it may have reached the journal.
  let lastReview: FrozenOrder | null = null

  const become = (items: readonly CartItem[], review: FrozenOrder | null) => {
    if (owner === null) return
    store.setState({ items, review })
    void keep(draftOf(owner, items, review))
  }
  const items = () => store.getState().items ?? []
  const store = createStore<CartState>(() => ({
    items: undefined,
    review: null,
    quantityChanged: (productId, quantity) => become(withQuantity(items(), productId, quantity), null),
    cleared: () => become([], null),
    reviewOpened: (windowId, lines) => {
      if (!isReviewOf(lastReview, windowId, lines)) lastReview = { operationId: mintId(), windowId, lines }
      become(items(), lastReview)
    },
    reviewClosed: () => become(items(), null),
  }))
  const load = (inmateId: InmateId | null, draft: CartDraft | undefined) => {
    owner = inmateId
    lastReview = draft?.review ?? null
    store.setState({ items: inmateId === null ? undefined : (draft?.items ?? []), review: lastReview })
  }

  return {
    store,
    signedIn: load,
    signedOut: () => load(null, undefined),
    confirmed: operationId => {
      if (lastReview?.operationId !== operationId) return
      lastReview = null
      become([], null)
    },
  }
}

function draftOf(inmateId: InmateId, items: readonly CartItem[], review: FrozenOrder | null): CartDraft {
  return { inmateId, items: [...items], review: review === null ? null : { ...review, lines: [...review.lines] } }
}

function withQuantity(items: readonly CartItem[], productId: ProductId, quantity: number): readonly CartItem[] {
  const wanted = Math.max(0, Math.min(MAX_LINE_QUANTITY, Math.trunc(quantity)))
  if (items.some(item => item.productId === productId)) {
    return items.flatMap(item =>
      item.productId !== productId ? [item] : wanted === 0 ? [] : [{ productId, quantity: wanted }],
    )
  }
  return wanted === 0 || items.length >= MAX_ORDER_LINES ? items : [...items, { productId, quantity: wanted }]
}

function isReviewOf(review: FrozenOrder | null, windowId: OrderWindowId, lines: readonly OrderLine[]): boolean {
  return review !== null && review.windowId === windowId && JSON.stringify(review.lines) === JSON.stringify(lines)
}
