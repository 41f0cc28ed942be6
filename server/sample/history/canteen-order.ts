import type { Product } from '#shared/contracts/catalogue.ts'
import { requestIdSchema } from '#shared/contracts/ids.ts'
import type { SampleInmate } from '../people/inmates.ts'
import { instantOf, laterBy, timeBetween } from '../prison-time.ts'
import { stableIdAt, stableNumber } from '../stable-id.ts'
import { fillBasket, totalCentsOf } from './basket.ts'
import type { PastWindow } from './past.ts'
import type { SampleOrder } from './request.ts'

/** The line was down for one order in twelve: it was received hours after it was recorded. */
function secondsToReceive(name: string): number {
  const wasOffline = stableNumber(`offline:${name}`, 1, 12) === 1
  return wasOffline ? stableNumber(`received:${name}`, 1_800, 14_400) : stableNumber(`received:${name}`, 1, 5)
}

interface Occasion {
  readonly inmate: SampleInmate
  readonly pastWindow: PastWindow
  readonly recordedAt: string
  readonly budgetCents: number
}

/** An order recorded in a past window and delivered on its Friday; `undefined` where the budget buys nothing. */
export function createOrder(occasion: Occasion, products: readonly Product[]): SampleOrder | undefined {
  const { inmate, pastWindow, recordedAt, budgetCents } = occasion
  const { window, deliversOn } = pastWindow
  const name = `order:${inmate.number}:${window.id}`
  const lines = fillBasket(name, products, Math.min(budgetCents, window.maxTotalCents))
  if (lines.length === 0) return undefined
  return {
    id: requestIdSchema.parse(stableIdAt(name, recordedAt)),
    inmateId: inmate.id,
    kind: 'canteen',
    windowId: window.id,
    recordedAt,
    history: [
      { state: 'received', at: laterBy(recordedAt, secondsToReceive(name)) },
      { state: 'in-hand', at: instantOf(deliversOn.subtract({ days: 2 }), '08:00') },
      { state: 'prepared', at: instantOf(deliversOn.subtract({ days: 1 }), timeBetween(`prepared:${name}`, 9, 16)) },
      { state: 'delivered', at: instantOf(deliversOn, timeBetween(`delivered:${name}`, 10, 15)) },
    ],
    lines,
    totalCents: totalCentsOf(lines),
  }
}
