import { useFormat } from '#renderer/i18n/format-context.tsx'
import type { OrderWindow } from '#shared/contracts/catalogue.ts'
import { useNow } from '../stores/use-now.ts'

const CLOCK_MS = 30_000

export interface WindowWords {
  readonly opens: string
  readonly closes: string
  /** Until when an order that was confirmed in time still counts. */
  readonly late: string
  readonly delivery: string
}

/** Writes the moments of an order window in the language of the screen and the prison's time zone. */
export function useWindowWords(): (window: OrderWindow) => WindowWords {
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  return ({ opensAt, closesAt, lateUntil, deliveryDay }) => ({
    opens: format.relativeDayTime(opensAt, now),
    closes: format.relativeDayTime(closesAt, now),
    late: format.relativeDayTime(lateUntil, now),
    delivery: format.day(deliveryDay),
  })
}
