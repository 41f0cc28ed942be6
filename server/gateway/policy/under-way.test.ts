import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createUnderWay, LOOK_EVERY_MS } from './under-way.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function counting() {
  const look = vi.fn<() => Promise<void>>(async () => undefined)
  return { look, count: () => look.mock.calls.length }
}

test('what begins is looked at at once, then each second, until it is over', () => {
  const { look, count } = counting()
  const stop = createUnderWay().follow(look)
  expect(count()).toBe(1)
  vi.advanceTimersByTime(3 * LOOK_EVERY_MS)
  expect(count()).toBe(4)
  stop()
  stop()
  vi.advanceTimersByTime(3 * LOOK_EVERY_MS)
  expect(count()).toBe(4)
})

test('while nothing is under way, no clock runs', () => {
  const underWay = createUnderWay()
  expect(vi.getTimerCount()).toBe(0)
  const stops = [counting(), counting()].map(({ look }) => underWay.follow(look))
  expect(vi.getTimerCount()).toBe(1)
  for (const stop of stops) stop()
  expect(vi.getTimerCount()).toBe(0)
  underWay.follow(counting().look)
  expect(vi.getTimerCount()).toBe(1)
})

test('when told, it looks at everything at once, and is done when all of it is', async () => {
  const underWay = createUnderWay()
  const [one, other] = [counting(), counting()]
  underWay.follow(one.look)
  underWay.follow(other.look)
  await underWay.judgeAgain()
  expect([one.count(), other.count()]).toEqual([2, 2])
})
