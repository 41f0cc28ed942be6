import { priceOrder } from '#shared/canteen/price-order.ts'
import type { Account } from '#shared/contracts/account.ts'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { ProductId } from '#shared/contracts/ids.ts'
import type { OrderLine } from '#shared/contracts/operation.ts'
import type { CatalogueProduct, CatalogueView } from './catalogue-view.ts'
import { recordedHereCents } from './evaluate-account.ts'
import type { RequestView } from './request-view.ts'

export interface CatalogueFacts {
  readonly categories: readonly Category[]
  readonly products: readonly Product[]
  readonly windows: readonly OrderWindow[]
  readonly requests: readonly RequestView[]
  readonly account: Account | null
  readonly nowMs: number
}

/**
 * What the inmate may order now, from the terminal's last copy and what is recorded here.
 *
 *  - Orders that are recorded here and not received count against limits, stock and account as if they were.
 *  - Withdrawn, cancelled and parked orders count for nothing.
 *  - While the account is not known nothing is refused for want of money: the prison decides.
 */
export function evaluateCatalogue(facts: CatalogueFacts): CatalogueView {
  const { windows, nowMs, account, requests } = facts
  const currentWindow = windowAt(windows, nowMs)
  const counting = ordersOf(requests, currentWindow)
  const alreadyOrdered = quantitiesOf(counting)
  const spentCents = counting.reduce((sum, { order }) => sum + (order?.totalCents ?? 0), 0)
  const products = withWhatIsLeft(facts, alreadyOrdered, currentWindow)
  const promised = new Map(products.map(product => [product.id, product]))
  const availableCents =
    account === null ? Number.MAX_SAFE_INTEGER : account.availableCents - recordedHereCents(requests)
  return {
    categories: categoriesInUse(facts),
    products: products.map(({ stockLeft: _stockLeft, ...product }) => product),
    currentWindow,
    nextWindow: nextWindowAfter(windows, nowMs),
    spentCents,
    leftToSpendCents: currentWindow === null ? 0 : Math.max(0, currentWindow.maxTotalCents - spentCents),
    previewOrder: (lines: readonly OrderLine[]) =>
      priceOrder(lines, {
        window: currentWindow ?? undefined,
        products: new Map(
          [...promised].map(([id, { stockLeft, ...product }]) => [id, { ...product, stock: stockLeft }]),
        ),
        alreadyOrdered,
        alreadySpentCents: spentCents,
        availableCents,
        confirmedAtMs: nowMs,
        receivedAtMs: nowMs,
      }),
  }
}

function windowAt(windows: readonly OrderWindow[], nowMs: number): OrderWindow | null {
  const open = windows.filter(({ opensAt, closesAt }) => Date.parse(opensAt) <= nowMs && nowMs < Date.parse(closesAt))
  return open.toSorted((a, b) => Date.parse(a.closesAt) - Date.parse(b.closesAt))[0] ?? null
}

function nextWindowAfter(windows: readonly OrderWindow[], nowMs: number): OrderWindow | null {
  const later = windows.filter(({ opensAt }) => Date.parse(opensAt) > nowMs)
  return later.toSorted((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt))[0] ?? null
}

const countsForNothing: ReadonlySet<RequestView['state']> = new Set(['withdrawn', 'cancelled', 'needs-you'])

function ordersOf(requests: readonly RequestView[], window: OrderWindow | null): readonly RequestView[] {
  return requests.filter(
    ({ order, state }) => order?.windowId === window?.id && order !== null && !countsForNothing.has(state),
  )
}

function quantitiesOf(orders: readonly RequestView[]): ReadonlyMap<ProductId, number> {
  const quantities = new Map<ProductId, number>()
  for (const { productId, quantity } of orders.flatMap(({ order }) => order?.lines ?? [])) {
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity)
  }
  return quantities
}

function withWhatIsLeft(
  { products, requests }: CatalogueFacts,
  alreadyOrdered: ReadonlyMap<ProductId, number>,
  window: OrderWindow | null,
): readonly (CatalogueProduct & { readonly stockLeft: number })[] {
  const onlyHere = quantitiesOf(requests.filter(({ isOnlyHere, state }) => isOnlyHere && !countsForNothing.has(state)))
  return products.map(product => {
    const leftInWindow = product.maxPerWindow - (alreadyOrdered.get(product.id) ?? 0)
    const stockLeft = Math.max(0, product.stock - (onlyHere.get(product.id) ?? 0))
    const left = Math.max(0, Math.min(product.maxPerOrder, leftInWindow, stockLeft))
    return { ...product, stockLeft, leftToOrder: window === null ? 0 : left }
  })
}

function categoriesInUse({ categories, products }: CatalogueFacts): readonly Category[] {
  const used = new Set(products.map(product => product.categoryId))
  return categories.filter(({ id }) => used.has(id)).toSorted((a, b) => a.position - b.position)
}
