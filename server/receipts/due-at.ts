import { Temporal } from 'temporal-polyfill'

const WORKING_DAYS_TO_ANSWER = 2
const SATURDAY = 6

/** The last millisecond of `day` (`YYYY-MM-DD`) in the prison's time zone, also where the clock changes that day. */
export function endOfDay(day: string, timeZone: string): Date {
  const nextDay = Temporal.PlainDate.from(day).add({ days: 1 })
  return new Date(nextDay.toZonedDateTime(timeZone).epochMilliseconds - 1)
}

/** The end of the second working day (Monday to Friday) after the day `receivedAt` falls on in the prison. */
export function endOfSecondWorkingDay(receivedAt: Date, timeZone: string): Date {
  let day = Temporal.PlainDate.from(dayOf(receivedAt, timeZone))
  for (let left = WORKING_DAYS_TO_ANSWER; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek < SATURDAY) left -= 1
  }
  return endOfDay(day.toString(), timeZone)
}

/** The calendar day of an instant in the prison, `YYYY-MM-DD`. */
export function dayOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
