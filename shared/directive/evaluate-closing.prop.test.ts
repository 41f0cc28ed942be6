import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClosingDecision, evaluateClosing } from './evaluate-closing.ts'
import type { Closing, Target } from './closing.ts'
import { closing, closings, minute, place, target } from './testing/arbitraries.ts'

const now = fc.tuple(minute, minute).map(([a, b]) => ({
  earliestMs: Math.min(a, b) * 60_000,
  latestMs: Math.max(a, b) * 60_000,
}))
const question = fc.record({ place, target, now })
type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never

const ask = (list: readonly Closing[], asked: Question): ClosingDecision =>
  evaluateClosing(list, asked.place, asked.target, asked.now)
const isClosed = (list: readonly Closing[], asked: Question) => ask(list, asked).effect === 'closed'
const endOf = (decision: ClosingDecision) => (decision.effect === 'open' ? -Infinity : (decision.untilMs ?? Infinity))

test('nothing closed: everything is open', () => {
  fc.assert(
    fc.property(question, asked => {
      expect(ask([], asked)).toEqual({ effect: 'open' })
    }),
  )
})

test('one closing more never opens anything, nor brings an end nearer', () => {
  fc.assert(
    fc.property(closings, closing, question, (before, added, asked) => {
      expect(endOf(ask([...before, added], asked))).toBeGreaterThanOrEqual(endOf(ask(before, asked)))
    }),
  )
})

test('the order in which closings are listed changes nothing', () => {
  const shuffled = closings.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, question, ([list, other], asked) => {
      expect(ask(other, asked)).toEqual(ask(list, asked))
    }),
  )
})

test('what is closed by each alone is closed by all together, and the other way round', () => {
  fc.assert(
    fc.property(closings, question, (list, asked) => {
      const alone = list.filter(one => isClosed([one], asked))
      const together = ask(list, asked)
      const named = together.effect === 'open' ? [] : [together.closing]
      expect(named.length).toBe(Math.min(alone.length, 1))
      expect(alone).toEqual(expect.arrayContaining(named))
    }),
  )
})

test('knowing less of the time closes more, never less', () => {
  fc.assert(
    fc.property(closings, question, minute, (list, asked, minutes) => {
      const exactMs = Math.min(Math.max(minutes * 60_000, asked.now.earliestMs), asked.now.latestMs)
      const exact = { ...asked, now: { earliestMs: exactMs, latestMs: exactMs } }
      expect(isClosed(list, asked) || !isClosed(list, exact)).toBe(true)
    }),
  )
})

test('whoever closes the web closes each of its sites, and whoever closes a site each of its rules', () => {
  fc.assert(
    fc.property(closings, question, (list, asked) => {
      const closes = (narrower: Target) => isClosed(list, { ...asked, target: narrower })
      const web = closes({ kind: 'service', service: 'web' })
      const site = closes({ kind: 'site', siteId: 'jobs' })
      const rule = closes({ kind: 'rule', siteId: 'jobs', ruleId: 'read' })
      expect([!web || site, !site || rule]).toEqual([true, true])
    }),
  )
})

test('medical requests are closed by nothing but their own closing', () => {
  fc.assert(
    fc.property(closings, question, (list, asked) => {
      const others = list.filter(({ target: aimed }) => aimed.kind !== 'service' || aimed.service !== 'medical')
      expect(isClosed(others, { ...asked, target: { kind: 'service', service: 'medical' } })).toBe(false)
    }),
  )
})
