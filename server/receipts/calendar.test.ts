import { expect, test } from 'vitest'
import { createCalendar } from './calendar.ts'

const brussels = createCalendar('Europe/Brussels')

test.each([
  ['in winter', '2026-03-05', '2026-03-05T22:59:59.999Z'],
  ['in summer', '2026-07-01', '2026-07-01T21:59:59.999Z'],
  ['on the day the clock goes forward', '2026-03-29', '2026-03-29T21:59:59.999Z'],
  ['on the day it goes back, of 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ['on the last of a leap February', '2028-02-29', '2028-02-29T22:59:59.999Z'],
])('a day ends with its last millisecond %s', (_name, day, end) => {
  expect(brussels.endOfDay(day).toISOString()).toBe(end)
})

test('a day ends also where midnight does not exist', () => {
  // In Beirut the clock goes forward at midnight.
  expect(createCalendar('Asia/Beirut').endOfDay('2026-03-28').toISOString()).toBe('2026-03-28T21:59:59.999Z')
})

test.each([
  ['on Monday: Wednesday', '2026-03-02T10:00:00Z', '2026-03-04'],
  ['on Wednesday: Friday', '2026-03-04T10:00:00Z', '2026-03-06'],
  ['on Thursday: Monday', '2026-03-05T10:00:00Z', '2026-03-09'],
  ['on Friday: Tuesday', '2026-03-06T10:00:00Z', '2026-03-10'],
  ['on Saturday: Tuesday', '2026-03-07T10:00:00Z', '2026-03-10'],
  ['on Sunday: Tuesday', '2026-03-08T10:00:00Z', '2026-03-10'],
  ['late on Thursday in UTC, already Friday in the prison: Tuesday', '2026-03-05T23:30:00Z', '2026-03-10'],
])('the second working day after something received %s', (_name, received, day) => {
  expect(brussels.endOfSecondWorkingDay(new Date(received))).toEqual(brussels.endOfDay(day))
})

test('an instant falls on the prison’s day, not on that of UTC', () => {
  expect(brussels.dayOf(new Date('2026-03-01T22:59:59Z'))).toBe('2026-03-01')
  expect(brussels.dayOf(new Date('2026-03-01T23:00:00Z'))).toBe('2026-03-02')
  expect(brussels.dayOf(new Date('2026-03-01T22:59:59Z'))).toBe('2026-03-01')
})
