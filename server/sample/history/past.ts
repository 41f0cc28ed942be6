import { Temporal } from 'temporal-polyfill'
import type { OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import { must } from '#shared/errors/must.ts'
import { PRISON_TIME_ZONE } from '../prison-time.ts'
import { popularProductIds } from './popular-products.ts'

export interface PastWindow {
  readonly window: OrderWindow
  readonly opensOn: Temporal.PlainDate
  readonly deliversOn: Temporal.PlainDate
}

/** What all account histories share. */
export interface Past {
  /** From the first to the one before `today`. */
  readonly days: readonly Temporal.PlainDate[]
  readonly today: Temporal.PlainDate
  /** Those whose goods came before `today`, oldest first. */
  readonly windows: readonly PastWindow[]
  /** What people ordered. */
  readonly products: readonly Product[]
}

function toPastWindow(window: OrderWindow): PastWindow {
  const opens = Temporal.Instant.from(window.opensAt).toZonedDateTimeISO(PRISON_TIME_ZONE)
  return { window, opensOn: opens.toPlainDate(), deliversOn: Temporal.PlainDate.from(window.deliveryDay) }
}

/** The past begins on the day the first of `orderWindows` opened. */
export function createPast(
  today: Temporal.PlainDate,
  orderWindows: readonly OrderWindow[],
  products: readonly Product[],
): Past {
  const popular = new Set<string>(popularProductIds)
  const windows = orderWindows.filter(({ deliveryDay }) => deliveryDay < today.toString()).map(toPastWindow)
  const { opensOn } = must(windows[0], 'an order window of the past')
  return {
    days: Array.from({ length: opensOn.until(today).days }, (_, index) => opensOn.add({ days: index })),
    today,
    windows,
    products: products.filter(({ id }) => popular.has(id)),
  }
}
