import type { Language } from '#shared/contracts/language.ts'

/** Belgian conventions in every language: a decimal comma, a 24-hour clock, the euro after the figure. */
const locales = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-BE' } as const satisfies Record<Language, string>

/** What a bare date needs within a sentence: "au plus tard le 24 novembre", as "au plus tard mardi". */
const beforeDate = { fr: 'le ', nl: '', de: '', en: '' } as const satisfies Record<Language, string>

const DAY_MS = 86_400_000
/** French counts the first day of a month otherwise than the others, and `Intl` does not know. */
const FIRST_OF_MONTH = /\b1 (?=\p{L})/u
const NO_BREAK_SPACE = '\u00a0'

/**
 * Writes money and moments as the screen's language does. Instants are shown in the prison's time zone,
 * never in the machine's; `now` comes in, in milliseconds since the epoch, so that a test needs no clock.
 */
export interface Format {
  /** `3,20 €`, with a space that does not break; a negative amount has a real minus. */
  readonly money: (cents: number) => string
  /** `18:00` */
  readonly time: (instant: string) => string
  /** `Tuesday 24 November`, of an instant or of a calendar day. */
  readonly day: (instantOrDay: string) => string
  /** `24 November 2026, 18:00`: the whole truth, for receipts. */
  readonly full: (instant: string) => string
  /** `today`, `tomorrow`, `yesterday`, else a weekday up to six days ahead, else `24 November` (`le 24 novembre`). */
  readonly relativeDay: (instantOrDay: string, now: number) => string
  /** `today 18:00`, `Tuesday 18:00`, `24 November 18:00`. */
  readonly relativeDayTime: (instant: string, now: number) => string
  /** `5 minutes ago`, `2 hours ago`, `yesterday`: how long since. */
  readonly since: (instant: string, now: number) => string
}

/** Makes the formatter of a language and an IANA time zone. */
export function createFormat(language: Language, timeZone: string): Format {
  const locale = locales[language]
  const write = (value: string, options: Intl.DateTimeFormatOptions) => {
    const words = dateWriter(locale, isDay(value) ? 'UTC' : timeZone, options).format(Date.parse(value))
    return language === 'fr' ? words.replace(FIRST_OF_MONTH, '1er ') : words
  }
  const dayNumber = (value: string | number) => dayNumberIn(value, timeZone)

  const relativeDay = (value: string, now: number) => {
    const ahead = dayNumber(value) - dayNumber(now)
    if (Math.abs(ahead) <= 1) return relativeWriter(locale).format(ahead, 'day')
    if (ahead > 1 && ahead < 7) return write(value, { weekday: 'long' })
    return `${beforeDate[language]}${write(value, { day: 'numeric', month: 'long' })}`
  }
  const time = (instant: string) => write(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

  return {
    money: cents =>
      `${amountWriter(locale)
        .format(cents / 100)
        .replace('-', '−')}${NO_BREAK_SPACE}€`,
    time,
    day: value => write(value, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', ''),
    full: instant => `${write(instant, { day: 'numeric', month: 'long', year: 'numeric' })}, ${time(instant)}`,
    relativeDay,
    relativeDayTime: (instant, now) => `${relativeDay(instant, now)} ${time(instant)}`,
    since: (instant, now) =>
      since(relativeWriter(locale), now - Date.parse(instant), dayNumber(instant) - dayNumber(now)),
  }
}

function since(relative: Intl.RelativeTimeFormat, passedMs: number, daysAhead: number): string {
  const minutes = Math.floor(Math.max(0, passedMs) / 60_000)
  if (minutes === 0) return relative.format(0, 'second')
  if (minutes < 60) return relative.format(-minutes, 'minute')
  return daysAhead === 0 ? relative.format(-Math.floor(minutes / 60), 'hour') : relative.format(daysAhead, 'day')
}

/** Made when first needed and kept: one of these takes longer to make than all it will ever write, and a lot of memory. */
const amountWriter = kept(
  (locale: string) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)
const relativeWriter = kept((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const dateWriter = kept(
  (locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }),
)

function kept<Key extends readonly unknown[], Value>(make: (...key: Key) => Value): (...key: Key) => Value {
  const made = new Map<string, Value>()
  return (...key) => {
    const name = JSON.stringify(key)
    const value = made.get(name) ?? make(...key)
    made.set(name, value)
    return value
  }
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** Numbers calendar days, so that "tomorrow" is right on the two odd days of the year too. */
function dayNumberIn(value: string | number, timeZone: string): number {
  if (typeof value === 'string' && isDay(value)) return Date.parse(value) / DAY_MS
  const day = dateWriter('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' })
  return Date.parse(day.format(new Date(value))) / DAY_MS
}
