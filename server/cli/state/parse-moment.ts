import { Temporal } from 'temporal-polyfill'
import { GuichetError } from '#shared/errors/guichet-error.ts'

const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/
const DAY_AND_TIME = /^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d$/

/**
 * Reads a moment as a warden says it, by the clock on the prison's wall: `18:00`, the next one there is; `2026-12-24 18:00`; or
 * an instant with its zone, `2026-12-24T17:00:00Z`. Answers it in UTC. Throws `ORDER_REFUSED` for anything else.
 */
export function parseMoment(text: string, now: Date, timeZone: string): string {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const moment = readMoment(text, here)
  if (moment === undefined) {
    throw new GuichetError('ORDER_REFUSED', `${text} is no moment. Say 18:00, or 2026-12-24 18:00.`)
  }
  return new Date(moment.epochMilliseconds).toISOString()
}

function readMoment(text: string, here: Temporal.ZonedDateTime): Temporal.Instant | undefined {
  if (TIME.test(text)) {
    const today = here.withPlainTime(Temporal.PlainTime.from(text.padStart(5, '0')))
    const isPast = Temporal.ZonedDateTime.compare(today, here) <= 0
    return (isPast ? today.add({ days: 1 }) : today).toInstant()
  }
  try {
    return DAY_AND_TIME.test(text)
      ? Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(here.timeZoneId).toInstant()
      : Temporal.Instant.from(text)
  } catch {
    // No such day, or no zone. Whoever asked is told.
    return undefined
  }
}
