import { Temporal } from 'temporal-polyfill'

/** A moment by the clock on the prison's wall: `2026-12-24 18:00`. */
export function momentWords(instant: string | Date, timeZone: string): string {
  const here = Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime()).toZonedDateTimeISO(timeZone)
  return here.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
