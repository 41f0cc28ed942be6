import { Temporal } from 'temporal-polyfill'
import { stableNumber } from './stable-id.ts'

export const PRISON_TIME_ZONE = 'Europe/Brussels'

/** The instant at which the clocks of the prison show `time` (`HH:MM`) on `day`, as `Date.toISOString` writes it. */
export function instantOf(day: Temporal.PlainDate, time: string | Temporal.PlainTime): string {
  const zoned = day.toZonedDateTime({ timeZone: PRISON_TIME_ZONE, plainTime: time })
  return new Date(zoned.epochMilliseconds).toISOString()
}

/** `instant`, so many seconds later. */
export function laterBy(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString()
}

/** A time of day, always the same for the same `name`, from one full hour up to, and without, another. */
export function timeBetween(name: string, fromHour: number, toHour: number): Temporal.PlainTime {
  const seconds = stableNumber(name, fromHour * 3600, toHour * 3600 - 1)
  return new Temporal.PlainTime().add({ seconds })
}

export function earliestFirst(a: { readonly at: string }, b: { readonly at: string }): number {
  return Date.parse(a.at) - Date.parse(b.at)
}
