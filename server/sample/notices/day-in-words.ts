import type { Temporal } from 'temporal-polyfill'
import type { LocalText } from '#shared/contracts/language.ts'
import { must } from '#shared/errors/must.ts'
import { type InFourLanguages, inFourLanguages } from '../in-four-languages.ts'

// Written out, since what Intl says changes with the version of its data and the sample never may.
const weekdays: readonly InFourLanguages[] = [
  ['lundi', 'maandag', 'Montag', 'Monday'],
  ['mardi', 'dinsdag', 'Dienstag', 'Tuesday'],
  ['mercredi', 'woensdag', 'Mittwoch', 'Wednesday'],
  ['jeudi', 'donderdag', 'Donnerstag', 'Thursday'],
  ['vendredi', 'vrijdag', 'Freitag', 'Friday'],
  ['samedi', 'zaterdag', 'Samstag', 'Saturday'],
  ['dimanche', 'zondag', 'Sonntag', 'Sunday'],
]

const months: readonly InFourLanguages[] = [
  ['janvier', 'januari', 'Januar', 'January'],
  ['février', 'februari', 'Februar', 'February'],
  ['mars', 'maart', 'März', 'March'],
  ['avril', 'april', 'April', 'April'],
  ['mai', 'mei', 'Mai', 'May'],
  ['juin', 'juni', 'Juni', 'June'],
  ['juillet', 'juli', 'Juli', 'July'],
  ['août', 'augustus', 'August', 'August'],
  ['septembre', 'september', 'September', 'September'],
  ['octobre', 'oktober', 'Oktober', 'October'],
  ['novembre', 'november', 'November', 'November'],
  ['décembre', 'december', 'Dezember', 'December'],
]

/** Weekday, day and month: "mardi 1er septembre", "dinsdag 1 september", "Dienstag, 1. September", "Tuesday 1 September". */
export function dayInWords({ day, month, dayOfWeek }: Temporal.PlainDate): LocalText {
  const weekday = inFourLanguages(must(weekdays[dayOfWeek - 1], 'a weekday'))
  const monthName = inFourLanguages(must(months[month - 1], 'a month'))
  return {
    fr: `${weekday.fr} ${day === 1 ? '1er' : day} ${monthName.fr}`,
    nl: `${weekday.nl} ${day} ${monthName.nl}`,
    de: `${weekday.de}, ${day}. ${monthName.de}`,
    en: `${weekday.en} ${day} ${monthName.en}`,
  }
}
