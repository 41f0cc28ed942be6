import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Carried, defaultBudgetLimits, evaluateBudget } from './budget.ts'

const limits = { query: 100, path: 1000 }

test.each([
  ['fits', [90, 0], [10, 0], ['allow', 100, 0]],
  ['is one too long', [90, 0], [11, 0], ['deny', 90, 0]],
  ['has too long a path', [0, 999], [1, 2], ['deny', 0, 999]],
  ['carries nothing, when all is spent', [100, 1000], [0, 0], ['allow', 100, 1000]],
  ['carries only a path, when the query is spent', [120, 0], [0, 5], ['allow', 120, 5]],
  ['is more than any budget', [0, 0], [Infinity, 0], ['deny', 0, 0]],
] as const)('a request that %s', (_name, spent, carried, [effect, query, path]) => {
  const decision = evaluateBudget(counted(spent), counted(carried), limits)
  expect(decision).toEqual({ effect, spent: { query, path } })
})

function counted([query, path]: readonly [number, number]): Carried {
  return { query, path }
}

test('the default takes a day of searching and no letter of four pages', () => {
  const search = { query: 40, path: 0 }
  let spent: Carried = { query: 0, path: 0 }
  for (let count = 0; count < 200; count += 1) {
    const decision = evaluateBudget(spent, search)
    expect(decision.effect).toBe('allow')
    spent = decision.spent
  }
  expect(evaluateBudget(spent, search).effect).toBe('deny')
  expect(defaultBudgetLimits).toEqual({ query: 8_000, path: 100_000 })
})

const amount = fc.record({ query: fc.nat(200), path: fc.nat(2000) })

test('what is spent never shrinks, and never passes the limits', () => {
  fc.assert(
    fc.property(fc.array(amount), steps => {
      let spent: Carried = { query: 0, path: 0 }
      for (const step of steps) {
        const after = evaluateBudget(spent, step, limits).spent
        expect(after.query).toBeGreaterThanOrEqual(spent.query)
        expect(after.path).toBeGreaterThanOrEqual(spent.path)
        expect(after.query).toBeLessThanOrEqual(limits.query)
        expect(after.path).toBeLessThanOrEqual(limits.path)
        spent = after
      }
    }),
  )
})

test('who has spent less may carry as much, and who carries less may', () => {
  fc.assert(
    fc.property(amount, amount, amount, (spent, carried, less) => {
      fc.pre(evaluateBudget(spent, carried, limits).effect === 'allow')
      const smaller = (from: Carried): Carried => ({
        query: Math.min(from.query, less.query),
        path: Math.min(from.path, less.path),
      })
      expect(evaluateBudget(smaller(spent), carried, limits).effect).toBe('allow')
      expect(evaluateBudget(spent, smaller(carried), limits).effect).toBe('allow')
    }),
  )
})
