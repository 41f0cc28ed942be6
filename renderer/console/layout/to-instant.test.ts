import { expect, test } from 'vitest'
import { toInstant } from './to-instant.ts'

test.each([
  ['in winter', '2026-11-23T18:00', '2026-11-23T17:00:00.000Z'],
  ['in summer', '2026-07-23T18:00', '2026-07-23T16:00:00.000Z'],
  ['in the hour before the clock goes forward', '2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
  ['in the hour after the clock went back', '2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
])('reads the prison’s clock %s', (_name, local, instant) => {
  expect(toInstant(local, 'Europe/Brussels')).toBe(instant)
})

test.each(['', 'now', '2026-11-23', '2026-13-01T00:00'])('refuses %j', local => {
  expect(toInstant(local, 'Europe/Brussels')).toBeUndefined()
})
