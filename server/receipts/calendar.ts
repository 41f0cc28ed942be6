import { Temporal } from 'temporal-polyfill'

const WORKING_DAYS_TO_ANSWER = 2
const SATURDAY = 6

/** The prison's calendar. Remembers what it worked out, for as long as a batch takes. */
export interface Calendar {
  /** The last millisecond of `day` (`YYYY-MM-DD`), also where the clock changes that day. */
  readonly endOfDay: (day: string) => Date
  /** The end of the second working day (Monday to Friday) after the day `at` falls on. */
  readonly endOfSecondWorkingDay: (at: Date) => Date
  /** The calendar day of an instant, `YYYY-MM-DD`. */
  readonly dayOf: (at: Date) => string
}

export function createCalendar(timeZone: string): Calendar {
  const dayOf = remembering(
    (at: Date) => at.getTime(),
    at => dayIn(timeZone, at),
  )
  const endOfDay = remembering(
    (day: string) => day,
    day => endOfDayIn(timeZone, day),
  )
  const secondWorkingDayAfter = remembering((day: string) => day, secondWorkingDay)
  return { dayOf, endOfDay, endOfSecondWorkingDay: at => endOfDay(secondWorkingDayAfter(dayOf(at))) }
}

function dayIn(timeZone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

function endOfDayIn(timeZone: string, day: string): Date {
  const nextDay = Temporal.PlainDate.from(day).add({ days: 1 })
  return new Date(nextDay.toZonedDateTime(timeZone).epochMilliseconds - 1)
}

function secondWorkingDay(day: string): string {
  let at = Temporal.PlainDate.from(day)
  for (let left = WORKING_DAYS_TO_ANSWER; left > 0;) {
    at = at.add({ days: 1 })
    if (at.dayOfWeek < SATURDAY) left -= 1
  }
  return at.toString()
}

function remembering<In, Out>(keyOf: (value: In) => unknown, work: (value: In) => Out): (value: In) => Out {
  const known = new Map<unknown, Out>()
  return value => {
    const key = keyOf(value)
    const found = known.get(key)
    if (found !== undefined) return found
    const worked = work(value)
    known.set(key, worked)
    return worked
  }
}
