import type { OrderWindow, Product } from '../contracts/catalogue.ts'
import type { ProductId } from '../contracts/ids.ts'
import type { OrderLine } from '../contracts/operation.ts'
import type { PricedLine } from '../contracts/request.ts'
import type { Rejection } from '../contracts/verdict.ts'

/** What the price of an order depends on. The server reads it under lock; the kiosk from its last copy. */
export interface OrderCircumstances {
  readonly window: OrderWindow | undefined
  readonly products: ReadonlyMap<ProductId, Product>
  /** Quantities this person already has on order in this window. */
  readonly alreadyOrdered: ReadonlyMap<ProductId, number>
  readonly alreadySpentCents: number
  readonly availableCents: number
  /** When the inmate confirmed, in milliseconds since the epoch, by a clock the decider may trust. */
  readonly confirmedAtMs: number
  readonly receivedAtMs: number
}

export type OrderDecision =
  | { readonly effect: 'accept'; readonly lines: readonly PricedLine[]; readonly totalCents: number }
  | { readonly effect: 'reject'; readonly rejection: Rejection }

const reject = (rejection: Rejection): OrderDecision => ({ effect: 'reject', rejection })

/**
 * Prices an order and decides whether it can be had.
 *
 *  - The total is a sum over the prison's own prices: nothing the client says about money enters it.
 *  - A price above the one that was seen asks again; a price below it is simply charged.
 *  - Accepted means: inside the window, in stock, inside every limit, and covered by the account.
 *  - Reads no clock and no store: equal circumstances give equal decisions.
 */
export function priceOrder(lines: readonly OrderLine[], circumstances: OrderCircumstances): OrderDecision {
  const closed = windowRejection(circumstances)
  if (closed !== undefined) return reject(closed)

  const priced: PricedLine[] = []
  for (const line of lines) {
    const product = circumstances.products.get(line.productId)
    if (product === undefined) return reject({ code: 'ORDER_PRODUCT_UNKNOWN', productId: line.productId })
    const refused = lineRejection(line, product, circumstances)
    if (refused !== undefined) return reject(refused)
    priced.push({
      productId: product.id,
      names: product.names,
      quantity: line.quantity,
      unitPriceCents: product.priceCents,
    })
  }

  const totalCents = priced.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0)
  const refused = priceRejection(lines, priced, totalCents) ?? moneyRejection(totalCents, circumstances)
  return refused === undefined ? { effect: 'accept', lines: priced, totalCents } : reject(refused)
}

function windowRejection({ window, confirmedAtMs, receivedAtMs }: OrderCircumstances): Rejection | undefined {
  if (window === undefined) return { code: 'ORDER_WINDOW_UNKNOWN' }
  const isInside = confirmedAtMs >= Date.parse(window.opensAt) && confirmedAtMs < Date.parse(window.closesAt)
  // Judged on receipt too: a terminal that lied about its clock gains at most the late time.
  return isInside && receivedAtMs < Date.parse(window.lateUntil) ? undefined : { code: 'ORDER_WINDOW_CLOSED' }
}

function lineRejection(
  line: OrderLine,
  product: Product,
  { alreadyOrdered }: OrderCircumstances,
): Rejection | undefined {
  const leftInWindow = Math.max(0, product.maxPerWindow - (alreadyOrdered.get(product.id) ?? 0))
  const left = Math.min(product.maxPerOrder, leftInWindow)
  if (line.quantity > left) return { code: 'ORDER_LIMIT_REACHED', productId: product.id, left }
  if (line.quantity > product.stock) return { code: 'ORDER_STOCK_SHORT', productId: product.id, left: product.stock }
  return undefined
}

function priceRejection(
  lines: readonly OrderLine[],
  priced: readonly PricedLine[],
  totalCents: number,
): Rejection | undefined {
  const risen = lines.flatMap((line, index) => {
    const nowCents = priced[index]?.unitPriceCents ?? 0
    return nowCents > line.seenUnitPriceCents
      ? [{ productId: line.productId, seenCents: line.seenUnitPriceCents, nowCents }]
      : []
  })
  return risen.length === 0 ? undefined : { code: 'ORDER_PRICE_ROSE', totalCents, lines: risen }
}

function moneyRejection(totalCents: number, circumstances: OrderCircumstances): Rejection | undefined {
  const { window, alreadySpentCents, availableCents } = circumstances
  const leftCents = Math.max(0, (window?.maxTotalCents ?? 0) - alreadySpentCents)
  if (totalCents > leftCents) return { code: 'ORDER_TOTAL_LIMIT_REACHED', totalCents, leftCents }
  if (totalCents > availableCents) return { code: 'ORDER_BALANCE_SHORT', totalCents, availableCents }
  return undefined
}
