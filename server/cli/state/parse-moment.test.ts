import { expect, test } from 'vitest'
import { parseMoment } from './parse-moment.ts'

const now = new Date('2026-03-28T17:30:00Z')
const read = (text: string) => parseMoment(text, now, 'Europe/Brussels')

test.each([
  ['the next such time of the day', '19:00', '2026-03-28T18:00:00.000Z'],
  ['a time that has passed as tomorrow’s, also over a change of the clocks', '18:00', '2026-03-29T16:00:00.000Z'],
  ['a time with one digit', '9:05', '2026-03-29T07:05:00.000Z'],
  ['a day and a time on the prison’s wall', '2026-12-24 18:00', '2026-12-24T17:00:00.000Z'],
  ['the same with a T', '2026-12-24T18:00', '2026-12-24T17:00:00.000Z'],
  ['an instant with its zone', '2026-12-24T18:00:00Z', '2026-12-24T18:00:00.000Z'],
])('reads %s', (_name, text, instant) => {
  expect(read(text)).toBe(instant)
})

test.each(['', 'soon', '25:00', '18', '2026-02-30 10:00', '2026-12-24', '-1:00'])('refuses %j', text => {
  expect(() => read(text)).toThrow('is no moment')
})
