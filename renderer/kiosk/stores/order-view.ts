import type { OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { CanteenOrderBody } from '#shared/contracts/operation.ts'
import type { OrderView } from './request-view.ts'

/** What names an order that the prison has not priced yet. */
export interface CatalogueNames {
  readonly products: readonly Product[]
  readonly windows: readonly OrderWindow[]
}

/** An order as it was confirmed, at the prices that were seen. */
export function toOrderView({ windowId, lines }: CanteenOrderBody, { products, windows }: CatalogueNames): OrderView {
  return {
    windowId,
    deliveryDay: windows.find(({ id }) => id === windowId)?.deliveryDay ?? null,
    lines: lines.map(({ productId, quantity, seenUnitPriceCents }) => ({
      productId,
      names: products.find(({ id }) => id === productId)?.names ?? null,
      quantity,
      unitPriceCents: seenUnitPriceCents,
    })),
    totalCents: lines.reduce((sum, line) => sum + line.quantity * line.seenUnitPriceCents, 0),
  }
}
