import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amara, bilal } from '../testing/sample-operations.ts'
import {
  afterSignIn,
  afterWrongPin,
  noDelay,
  remainingWaitMs,
  signInDelaySchema,
  withoutStrangers,
  type SignInDelay,
  type TriedFor,
} from './sign-in-delay.ts'

const now = new Date('2026-11-22T10:00:00Z')
const wrong = (times: number, triedFor: TriedFor = amara.inmateId, from: SignInDelay = noDelay) =>
  Array.from({ length: times }).reduce<SignInDelay>(delay => afterWrongPin(delay, triedFor, now), from)

test.each([
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 5],
  [5, 15],
  [6, 30],
  [7, 60],
  [8, 120],
  [9, 300],
  [10, 300],
  [1000, 300],
])('after wrong PIN number %i this terminal waits %i s', (times, seconds) => {
  expect(remainingWaitMs(wrong(times), now)).toBe(seconds * 1000)
})

test('a right PIN begins anew for whom it is right', () => {
  const delay = afterSignIn(wrong(9), amara.inmateId)
  expect(remainingWaitMs(delay, now)).toBe(0)
  expect(remainingWaitMs(wrong(3, amara.inmateId, delay), now)).toBe(0)
})

test('one’s own right PIN buys no further guess at a neighbour’s', () => {
  const delay = afterSignIn(wrong(3, bilal.inmateId), amara.inmateId)
  expect(remainingWaitMs(wrong(1, bilal.inmateId, delay), now)).toBe(5000)
})

test('a neighbour’s wrong PINs do not make one’s own first slip cost', () => {
  const delay = afterSignIn(wrong(9, bilal.inmateId), amara.inmateId)
  expect(remainingWaitMs(wrong(1, amara.inmateId, delay), now)).toBe(0)
})

test('numbers nobody has count together, until somebody signs in', () => {
  expect(remainingWaitMs(wrong(4, 'nobody'), now)).toBe(5000)
  const delay = afterSignIn(wrong(4, 'nobody'), amara.inmateId)
  expect(remainingWaitMs(wrong(1, 'nobody', delay), now)).toBe(0)
})

test('forgets who no longer signs in here', () => {
  const both = wrong(2, bilal.inmateId, wrong(2))
  expect(Object.keys(withoutStrangers(both, new Set([bilal.inmateId])).failures)).toEqual([bilal.inmateId])
})

test.each([
  ['runs while the kiosk is off', '2026-11-22T10:04:00Z', 60],
  ['is over after it', '2026-11-22T11:00:00Z', 0],
  ['is the whole wait again, never more, when the clock was set back', '1970-01-01T00:00:00Z', 300],
])('the wait %s', (_name, later, seconds) => {
  expect(remainingWaitMs(wrong(9), new Date(later))).toBe(seconds * 1000)
})

test('whatever is tried, the wait is bounded and what is kept can be read back', () => {
  const someone = fc.constantFrom<TriedFor>(amara.inmateId, bilal.inmateId, 'nobody')
  const step = fc.oneof(
    fc.record({ wrong: someone }),
    fc.record({ right: fc.constantFrom(amara.inmateId, bilal.inmateId) }),
  )
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.date({ noInvalidDate: true, min: new Date(0) }),
      (steps, later) => {
        const delay = steps.reduce<SignInDelay>(
          (kept, tried) => ('wrong' in tried ? afterWrongPin(kept, tried.wrong, now) : afterSignIn(kept, tried.right)),
          noDelay,
        )
        const waitMs = remainingWaitMs(delay, later)
        expect(waitMs).toBeGreaterThanOrEqual(0)
        expect(waitMs).toBeLessThanOrEqual(300_000)
        expect(signInDelaySchema.parse(JSON.parse(JSON.stringify(delay)))).toEqual(delay)
      },
    ),
  )
})
