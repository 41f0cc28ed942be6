import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallPace, type Permit } from './call-pace.ts'

const limits = { burst: 3, perSecond: 10, longestWaitMs: 200 }

function paced() {
  const clock = { nowMs: 5000 }
  const pace = new CallPace(limits, () => clock.nowMs)
  const take = (count: number): Permit[] => Array.from({ length: count }, () => pace.take())
  return { clock, take }
}

const goes = (inMs: number): Permit => ({ effect: 'go', inMs })

test('lets a burst through at once, makes some wait, and refuses the rest', () => {
  expect(paced().take(7)).toEqual([
    goes(0),
    goes(0),
    goes(0),
    goes(100),
    goes(200),
    { effect: 'refuse', isNews: true },
    { effect: 'refuse', isNews: false },
  ])
})

test('lets the next through when there was a rest', () => {
  const { clock, take } = paced()
  take(50)
  clock.nowMs += 100
  expect(take(2)).toEqual([goes(200), { effect: 'refuse', isNews: false }])
  clock.nowMs += 1000
  expect(take(3)).toEqual([goes(0), goes(0), goes(0)])
})

test('tells of refusals again after a while', () => {
  const { clock, take } = paced()
  take(6)
  clock.nowMs += 60_000
  expect(take(6).at(-1)).toEqual({ effect: 'refuse', isNews: true })
})

/** Of all stretches of time from one call to another, by how much the fullest has more calls than it may. */
function mostTooMany(goesAt: readonly number[]): number {
  const excess = goesAt.flatMap((from, first) =>
    goesAt.slice(first).map((to, more) => more + 1 - limits.burst - ((to - from) * limits.perSecond) / 1000),
  )
  return Math.max(0, ...excess)
}

test('never lets more go on in any time than the burst and what it adds up to', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 })
  const property = fc.property(pauses, list => {
    const { clock, take } = paced()
    const goesAt = list.flatMap(pauseMs => {
      clock.nowMs += pauseMs
      return take(1).flatMap(permit => (permit.effect === 'go' ? [clock.nowMs + permit.inMs] : []))
    })
    expect(mostTooMany(goesAt)).toBeCloseTo(0)
  })
  expect(() => fc.assert(property)).not.toThrow()
})
