import type { OrderDecision } from '#shared/canteen/price-order.ts'
import type { OrderLine } from '#shared/contracts/operation.ts'
import type { CartItem, FrozenOrder } from './cart-store.ts'
import type { CartLine, CartReview, CartView } from './cart-view.ts'
import type { CatalogueView } from './catalogue-view.ts'

export interface CartFacts {
  readonly items: readonly CartItem[]
  readonly review: FrozenOrder | null
  readonly catalogue: CatalogueView
  /** Null while the account is not known. */
  readonly leftCents: number | null
}

const emptyCart: OrderDecision = { effect: 'accept', lines: [], totalCents: 0 }

/** The cart at today's prices, and what the prison would say to it. */
export function evaluateCart({ items, review, catalogue, leftCents }: CartFacts): CartView {
  const lines = linesOf(items, catalogue)
  const known = new Set(lines.map(({ product }) => product.id))
  const totalCents = lines.reduce((sum, { lineCents }) => sum + lineCents, 0)
  return {
    lines,
    missing: items.filter(({ productId }) => !known.has(productId)).map(({ productId }) => productId),
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    totalCents,
    leftAfterCents: leftCents === null ? null : leftCents - totalCents,
    leftToSpendAfterCents: catalogue.leftToSpendCents - totalCents,
    decision: lines.length === 0 ? emptyCart : catalogue.previewOrder(orderLinesOf(lines)),
    review: review === null ? null : reviewOf(review, catalogue),
  }
}

/** What an order of these lines says: the prices are those on the screen. */
export function orderLinesOf(lines: readonly CartLine[]): readonly OrderLine[] {
  return lines.map(({ product, quantity }) => ({
    productId: product.id,
    quantity,
    seenUnitPriceCents: product.priceCents,
  }))
}

function linesOf(items: readonly CartItem[], catalogue: CatalogueView): readonly CartLine[] {
  const products = new Map(catalogue.products.map(product => [product.id, product]))
  return items.flatMap(({ productId, quantity }) => {
    const product = products.get(productId)
    if (product === undefined) return []
    return [
      { product, quantity, lineCents: quantity * product.priceCents, isOverLimit: quantity > product.leftToOrder },
    ]
  })
}

function reviewOf(frozen: FrozenOrder, catalogue: CatalogueView): CartReview {
  const totalCents = frozen.lines.reduce((sum, line) => sum + line.quantity * line.seenUnitPriceCents, 0)
  return { ...frozen, totalCents, decision: catalogue.previewOrder(frozen.lines) }
}
