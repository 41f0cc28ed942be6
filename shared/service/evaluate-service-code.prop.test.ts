import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  evaluateServiceCode,
  LONGEST_SERVICE_WAIT_MS,
  noServiceMemory,
  type ServiceMemory,
  waitAfter,
} from './evaluate-service-code.ts'
import { HIGHEST_SERVICE_COUNTER, SERVICE_CODE_WINDOW } from './service-code.ts'

/** Codes that are told apart by sight: the property is about counters, not about cryptography. */
const codeAt = (counter: number) => String(counter).padStart(8, '0').slice(-8)

/** A counter whose code is typed, `null`: one that fits nothing near. A restart reads the memory back from its file. */
const typed = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 300 }) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
)

function play(steps: readonly (number | null | 'restart')[]) {
  const opened: number[] = []
  let memory: ServiceMemory = noServiceMemory
  for (const step of steps) {
    if (step === 'restart') memory = { ...memory }
    else {
      const decision = evaluateServiceCode(memory, step === null ? '99999999' : codeAt(step), codeAt)
      if (decision.effect === 'open') opened.push(step ?? -1)
      memory = decision.next
    }
  }
  return { opened, memory }
}

test('whatever is typed in whatever order, each code opens once at most, and never after a newer one', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 80 }), steps => {
      const { opened, memory } = play(steps)
      expect(opened).toEqual([...new Set(opened)].toSorted((left, right) => left - right))
      expect(memory.lastUsed).toBe(opened.at(-1) ?? 0)
    }),
  )
})

test('what was used can be typed over and over and opens nothing more', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 40 }), steps => {
      const { opened, memory } = play(steps)
      const effects = opened.map(used => evaluateServiceCode(memory, codeAt(used), codeAt).effect)
      expect(effects.filter(effect => effect !== 'refuse')).toEqual([])
    }),
  )
})

test('the next code always opens, however many were given and not used, up to the window', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: SERVICE_CODE_WINDOW }), (lastUsed, ahead) => {
      const used = lastUsed + ahead
      expect(evaluateServiceCode({ lastUsed, failures: 3 }, codeAt(used), codeAt)).toEqual({
        effect: 'open',
        next: { lastUsed: used, failures: 0 },
      })
    }),
  )
})

test('a code beyond the window does not', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 1000 }), (lastUsed, beyond) => {
      const code = codeAt(lastUsed + SERVICE_CODE_WINDOW + beyond)
      expect(evaluateServiceCode({ lastUsed, failures: 0 }, code, codeAt).effect).toBe('refuse')
    }),
  )
})

test('wrong codes never move the counter, and are counted', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (lastUsed, failures) => {
      expect(evaluateServiceCode({ lastUsed, failures }, '99999999', codeAt)).toEqual({
        effect: 'refuse',
        next: { lastUsed, failures: failures + 1 },
        waitMs: waitAfter(failures + 1),
      })
    }),
  )
})

test('a memory whose codes are over takes none', () => {
  const over = { lastUsed: HIGHEST_SERVICE_COUNTER, failures: 0 }
  expect(evaluateServiceCode(over, codeAt(1), codeAt).effect).toBe('refuse')
})

test('the wait is never shorter for one more wrong try, and a quarter of an hour at most', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), failures => {
      expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures))
      expect(waitAfter(failures)).toBeLessThanOrEqual(LONGEST_SERVICE_WAIT_MS)
    }),
  )
  expect([5, 6, 7, 8, 11, 12, 99].map(waitAfter)).toEqual([0, 15_000, 30_000, 60_000, 480_000, 900_000, 900_000])
})
