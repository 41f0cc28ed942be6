import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateLease } from './evaluate-lease.ts'

const leases = { web: 900, local: 259_200 }
const after = (webMs: number, localMs = webMs) => evaluateLease(leases, { webMs, localMs })

test('a new lease is fresh, and the web’s ends first', () => {
  expect(after(0)).toEqual({ web: 'fresh', local: 'fresh', nextEndMs: 900_000, isHalfGone: false })
})

test.each([
  [449_999, false],
  [450_000, true],
  [900_000, true],
])('after %i ms it is time for another: %s', (elapsedMs, isHalfGone) => {
  expect(after(elapsedMs).isHalfGone).toBe(isHalfGone)
})

test('the web closes to the millisecond, and what lies here goes on', () => {
  expect(after(899_999)).toMatchObject({ web: 'fresh', nextEndMs: 1 })
  expect(after(900_000)).toMatchObject({ web: 'ended', local: 'fresh', nextEndMs: 259_200_000 - 900_000 })
})

test('after three days everything has ended', () => {
  expect(after(259_200_000)).toEqual({ web: 'ended', local: 'ended', nextEndMs: null, isHalfGone: true })
})

test('no web without a lease of this start, while what lies here goes on', () => {
  expect(after(Infinity, 1000)).toMatchObject({ web: 'ended', local: 'fresh' })
})

test.each([-1, Number.NaN, -Infinity])('a clock that says %d ends everything', elapsedMs => {
  expect(after(elapsedMs)).toMatchObject({ web: 'ended', local: 'ended' })
})

test('what has ended stays ended, however much later', () => {
  fc.assert(
    fc.property(fc.nat(300_000_000), fc.nat(300_000_000), (elapsedMs, moreMs) => {
      const [before, later] = [after(elapsedMs), after(elapsedMs + moreMs)]
      expect(before.web === 'fresh' || later.web === 'ended').toBe(true)
      expect(before.local === 'fresh' || later.local === 'ended').toBe(true)
    }),
  )
})
