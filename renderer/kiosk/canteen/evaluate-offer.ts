import type { CatalogueProduct } from '../stores/catalogue-view.ts'

/** From how many on the shelf says how few are left. */
const FEW = 5

/** What one product's card offers. `most` is as far as its stepper goes. */
export type Offer =
  | { readonly status: 'closed' | 'sold-out' | 'limit-reached'; readonly most: 0; readonly fewLeft: null }
  | { readonly status: 'open'; readonly most: number; readonly fewLeft: number | null }

export interface OfferFacts {
  readonly product: CatalogueProduct
  readonly isWindowOpen: boolean
  /** In the cart already. */
  readonly quantity: number
  /** What the window's spending limit leaves after the cart; below zero when the cart is above it. */
  readonly leftToSpendAfterCents: number
}

/**
 * How many of a product a person may put in the cart.
 *
 *  - Never more than the product's limits, the stock and the window's spending limit allow.
 *  - The account is not asked: what this terminal knows of it may be older than the money that came in.
 *  - What is already in the cart stays offered, so that a limit that fell is met by stepping down.
 */
export function evaluateOffer({ product, isWindowOpen, quantity, leftToSpendAfterCents }: OfferFacts): Offer {
  if (product.stock === 0) return { status: 'sold-out', most: 0, fewLeft: null }
  if (!isWindowOpen) return { status: 'closed', most: 0, fewLeft: null }
  if (product.leftToOrder === 0) return { status: 'limit-reached', most: 0, fewLeft: null }
  const affordable =
    product.priceCents === 0 ? product.leftToOrder : Math.floor(leftToSpendAfterCents / product.priceCents)
  return {
    status: 'open',
    most: Math.max(0, Math.min(product.leftToOrder, quantity + Math.max(affordable, -quantity))),
    fewLeft: product.stock <= FEW ? product.stock : null,
  }
}
