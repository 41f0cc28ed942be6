import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBriefMemory } from './brief-memory.ts'

const clock = () => new Date()

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('answers what it was told, until that is stale', () => {
  const memory = createBriefMemory<string, number>({ forMs: 5000, most: 10 }, clock)
  memory.set('a', 1)
  vi.setSystemTime(Date.now() + 4999)
  expect(memory.get('a')).toBe(1)
  vi.setSystemTime(Date.now() + 1)
  expect(memory.get('a')).toBeUndefined()
})

test('a clock that was set back keeps nothing longer', () => {
  const memory = createBriefMemory<string, number>({ forMs: 5000, most: 10 }, clock)
  memory.set('a', 1)
  vi.setSystemTime(Date.now() - 3_600_000)
  expect(memory.get('a')).toBeUndefined()
})

test('lets go of what is stale, though nobody asks for it', () => {
  const memory = createBriefMemory<string, number>({ forMs: 5000, most: 10 }, clock)
  memory.set('a', 1)
  vi.advanceTimersByTime(3000)
  memory.set('b', 2)
  vi.advanceTimersByTime(2000)
  expect(memory.size()).toBe(1)
  vi.advanceTimersByTime(5000)
  expect(memory.size()).toBe(0)
})

test('holds no more than it may: the oldest goes', () => {
  const memory = createBriefMemory<number, number>({ forMs: 5000, most: 2 }, clock)
  for (const key of [1, 2, 1, 3]) memory.set(key, key)
  expect([memory.get(1), memory.get(2), memory.get(3)]).toEqual([1, undefined, 3])
})
