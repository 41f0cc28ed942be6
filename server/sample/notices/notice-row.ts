import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#shared/contracts/language.ts'
import { type Notice, noticeSchema } from '#shared/contracts/notice.ts'
import { type InFourLanguages, inFourLanguages } from '../in-four-languages.ts'
import { instantOf } from '../prison-time.ts'
import { dayInWords } from './day-in-words.ts'

/** A notice as the tables hold it: days count from today, and `{day}` in a text is the day it speaks of. */
export interface NoticeRow {
  readonly id: string
  readonly important: boolean
  readonly publishedDaysAgo: number
  readonly shownForDays: number
  /** The day in `{day}`. */
  readonly aboutInDays: number
  readonly title: InFourLanguages
  /** A list of paragraphs for each language. */
  readonly body: Readonly<Record<Language, readonly string[]>>
}

export function toNotice(row: NoticeRow, today: Temporal.PlainDate): Notice {
  const day = dayInWords(today.add({ days: row.aboutInDays }))
  const text = (language: Language): string => row.body[language].join('\n\n').replaceAll('{day}', day[language])
  return noticeSchema.parse({
    id: row.id,
    important: row.important,
    publishedAt: instantOf(today.subtract({ days: row.publishedDaysAgo }), '08:30'),
    until: instantOf(today.add({ days: row.shownForDays }), '20:00'),
    title: inFourLanguages(row.title),
    body: { fr: text('fr'), nl: text('nl'), de: text('de'), en: text('en') },
  })
}
