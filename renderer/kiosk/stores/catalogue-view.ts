import type { OrderDecision } from '#shared/canteen/price-order.ts'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { OrderLine } from '#shared/contracts/operation.ts'

export interface CatalogueProduct extends Product {
  /**
   * The most one more order may ask for now: limits, what is left in stock, what was ordered in this window,
   * and what is recorded here and not received yet. Zero while no window is open.
   */
  readonly leftToOrder: number
}

export interface CatalogueView {
  /** In the prison's order, without empty ones. */
  readonly categories: readonly Category[]
  readonly products: readonly CatalogueProduct[]
  readonly currentWindow: OrderWindow | null
  /** The next that opens, also while one is open. */
  readonly nextWindow: OrderWindow | null
  /** Ordered in the current window already, with what is recorded here. */
  readonly spentCents: number
  /** What the current window's spending limit leaves; zero while none is open. */
  readonly leftToSpendCents: number
  /** What the prison would say, as far as this terminal knows. The prison's own answer is the one that counts. */
  readonly previewOrder: (lines: readonly OrderLine[]) => OrderDecision
}
