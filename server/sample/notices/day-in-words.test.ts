import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dayInWords } from './day-in-words.ts'

test.each([
  ['2026-09-01', ['mardi 1er septembre', 'dinsdag 1 september', 'Dienstag, 1. September', 'Tuesday 1 September']],
  ['2026-03-15', ['dimanche 15 mars', 'zondag 15 maart', 'Sonntag, 15. März', 'Sunday 15 March']],
  ['2026-12-31', ['jeudi 31 décembre', 'donderdag 31 december', 'Donnerstag, 31. Dezember', 'Thursday 31 December']],
])('%s reads as a person would say it', (day, [fr, nl, de, en]) => {
  expect(dayInWords(Temporal.PlainDate.from(day))).toEqual({ fr, nl, de, en })
})
