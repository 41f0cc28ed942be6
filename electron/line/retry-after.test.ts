import { expect, test } from 'vitest'
import { parseRetryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const date = 'Sun, 22 Nov 2026 12:00:00 GMT'

test.each([
  ['reads whole seconds', '120', undefined, 120_000],
  ['measures a date from the answer’s own date', 'Sun, 22 Nov 2026 12:00:30 GMT', date, 30_000],
  ['measures a date from its own clock where the answer has none', 'Sun, 22 Nov 2026 10:00:30 GMT', undefined, 30_000],
  ['takes a date that has passed as now', 'Sun, 22 Nov 2026 11:00:00 GMT', date, 0],
  ['believes no more than an hour of seconds', '999999999', undefined, 3_600_000],
  ['believes no more than an hour of a date', 'Sun, 22 Nov 2036 12:00:00 GMT', date, 3_600_000],
  ['takes nothing from a negative number', '-5', undefined, null],
  ['takes nothing from words', 'soon', undefined, null],
  ['takes nothing where nothing is said', undefined, date, null],
])('%s', (_name, header, answerDate, expected) => {
  expect(parseRetryAfterMs(header, answerDate, now)).toBe(expected)
})
