import { HeldClock } from '#renderer/data/testing/held-clock.ts'
import { expect, test, vi } from 'vitest'
import { createIdleLock } from './idle-lock.ts'

function watching(limitMs: () => number) {
  const clock = new HeldClock()
  const onIdle = vi.fn<() => void>()
  const lock = createIdleLock(clock, limitMs, onIdle)
  lock.start()
  return { clock, lock, onIdle }
}

test('locks once after the limit', () => {
  const { clock, onIdle } = watching(() => 180_000)
  clock.advance(179_999)
  expect(onIdle).not.toHaveBeenCalled()
  clock.advance(200_000)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('every act begins the wait anew', () => {
  const { clock, lock, onIdle } = watching(() => 180_000)
  clock.advance(170_000)
  lock.acted()
  clock.advance(170_000)
  expect(onIdle).not.toHaveBeenCalled()
})

test('goes by the limit of the moment', () => {
  let limitMs = 600_000
  const { clock, onIdle } = watching(() => limitMs)
  clock.advance(200_000)
  limitMs = 180_000
  clock.advance(10_000)
  expect(onIdle).toHaveBeenCalledOnce()
})

test('stops watching', () => {
  const { clock, lock, onIdle } = watching(() => 180_000)
  lock.stop()
  clock.advance(600_000)
  expect(onIdle).not.toHaveBeenCalled()
})
