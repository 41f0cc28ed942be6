import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs, probeIntervalMs, syncBackoff } from './backoff.ts'

/** [0, 1), as `Math.random` gives it. */
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('waits between nothing and a ceiling that doubles with each failure', () => {
  const almostOne = () => 1 - Number.EPSILON
  expect([1, 2, 3, 4].map(failures => backoffMs(failures, null, almostOne))).toEqual([1999, 3999, 7999, 15_999])
  expect(backoffMs(3, null, () => 0)).toBe(0)
})

test('never waits longer than the maximum, however often it failed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), random, (failures, roll) => {
      const waited = backoffMs(failures, null, () => roll)
      expect(waited).toBeGreaterThanOrEqual(0)
      expect(waited).toBeLessThanOrEqual(syncBackoff.maxMs)
    }),
  )
})

test('never comes back sooner than the server asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(3_600_000), random, (failures, retryAfterMs, roll) => {
      expect(backoffMs(failures, retryAfterMs, () => roll)).toBeGreaterThanOrEqual(retryAfterMs)
    }),
  )
})

test('spreads a thousand terminals that failed together over the whole time', () => {
  let seed = 1
  const roll = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const waits = Array.from({ length: 1000 }, () => backoffMs(6, 2000, roll))
  const perTenth = Array.from({ length: 10 }, (_, tenth) =>
    waits.filter(wait => Math.min(9, Math.floor((wait - 2000) / 6000)) === tenth),
  )
  for (const tenth of perTenth) expect(tenth.length).toBeGreaterThan(50)
})

test('probes a line that is down between two and four seconds apart', () => {
  fc.assert(
    fc.property(random, roll => {
      const interval = probeIntervalMs(() => roll)
      expect(interval).toBeGreaterThanOrEqual(2000)
      expect(interval).toBeLessThan(4000)
    }),
  )
})
