import type { Temporal } from 'temporal-polyfill'
import { type OrderWindow, orderWindowSchema } from '#shared/contracts/catalogue.ts'
import { instantOf } from './prison-time.ts'

const TUESDAY = 2
const WEEKS_BEFORE = 18
const WEEKS_AFTER = 4
const MAX_TOTAL_CENTS = 12_500

function windowClosingOn(tuesday: Temporal.PlainDate): OrderWindow {
  const deliveryDay = tuesday.add({ days: 3 }).toString()
  return orderWindowSchema.parse({
    id: `delivery-${deliveryDay}`,
    opensAt: instantOf(tuesday.subtract({ weeks: 1 }), '18:00'),
    closesAt: instantOf(tuesday, '18:00'),
    lateUntil: instantOf(tuesday.add({ days: 1 }), '06:00'),
    deliveryDay,
    maxTotalCents: MAX_TOTAL_CENTS,
  })
}

/**
 * The weekly order windows around `today`, oldest first.
 *
 *  - Each opens as the one before closes, on Tuesday at 18:00, so that exactly one is open at any time of any day.
 *  - Goods come on the Friday after. The canteen packs from Wednesday 06:00, so an order held up by a cut line counts until then.
 *  - The windows of the account history come first, at least three lie ahead.
 */
export function createOrderWindows(today: Temporal.PlainDate): readonly OrderWindow[] {
  const nextTuesday = today.add({ days: (7 + TUESDAY - today.dayOfWeek) % 7 })
  const length = WEEKS_BEFORE + 1 + WEEKS_AFTER
  return Array.from({ length }, (_, index) => windowClosingOn(nextTuesday.add({ weeks: index - WEEKS_BEFORE })))
}
