import type { Product } from '#shared/contracts/catalogue.ts'
import type { PricedLine } from '#shared/contracts/request.ts'
import { must } from '#shared/errors/must.ts'
import { stableNumber } from '../stable-id.ts'

const MAX_QUANTITY = 3
/** After so many looks at the shelves a basket is done. */
const MAX_LOOKS = 18

/** What somebody puts together from `products` for at most `budgetCents`. Keeps each product's limit; may stay empty. */
export function fillBasket(name: string, products: readonly Product[], budgetCents: number): readonly PricedLine[] {
  const lines: PricedLine[] = []
  const mostLines = stableNumber(`${name}:lines`, 4, 10)
  let leftCents = budgetCents
  for (let look = 0; look < MAX_LOOKS && lines.length < mostLines; look++) {
    const product = must(products[stableNumber(`${name}:${look}`, 0, products.length - 1)], 'a product')
    const { id: productId, names, priceCents: unitPriceCents, maxPerOrder } = product
    const quantity = stableNumber(`${name}:${look}:quantity`, 1, Math.min(MAX_QUANTITY, maxPerOrder))
    const isTaken = lines.some(line => line.productId === productId)
    if (isTaken || quantity * unitPriceCents > leftCents) continue
    leftCents -= quantity * unitPriceCents
    lines.push({ productId, names, quantity, unitPriceCents })
  }
  return lines
}

export function totalCentsOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0)
}
