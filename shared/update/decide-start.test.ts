import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideStart, type StartFacts, TRIAL_STARTS } from './decide-start.ts'
import { startCases } from './testing/start-cases.ts'

test.each(startCases)('$name', ({ facts, decision }) => {
  expect(decideStart(facts)).toEqual(decision)
})

const version = fc.constantFrom('0.2.0', '0.3.0', '0.4.0')
const maybeVersion = fc.option(version, { nil: undefined })
const anyFacts: fc.Arbitrary<StartFacts> = fc.record({
  current: maybeVersion,
  previous: maybeVersion,
  chosen: maybeVersion,
  healthy: maybeVersion,
  failed: fc.array(version, { maxLength: 3 }),
  trial: fc.option(fc.record({ version, starts: fc.nat({ max: 9 }) }), { nil: undefined }),
})

test('what failed never runs as the current one', () => {
  fc.assert(
    fc.property(anyFacts, version, (facts, current) => {
      const { run } = decideStart({ ...facts, current, failed: [...facts.failed, current] })
      expect(['installed', 'previous']).toContain(run)
    }),
  )
})

test('what is healthy is not tried again', () => {
  fc.assert(
    fc.property(anyFacts, version, (facts, current) => {
      const failed = facts.failed.filter(one => one !== current)
      expect(decideStart({ ...facts, current, healthy: current, failed })).toEqual({ run: 'current' })
    }),
  )
})

test('what nobody chose is not tried', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const { run } = decideStart({ ...facts, chosen: undefined })
      expect(['installed', 'previous', 'current']).toContain(run)
    }),
  )
})

test('one that is never healthy is given up after its starts, and then no more tried', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      let now: StartFacts = { ...facts, healthy: undefined, chosen: facts.current }
      let tried = 0
      for (let start = 0; start < 10; start += 1) {
        const decision = decideStart(now)
        if (decision.run === 'trial') {
          tried += 1
          now = { ...now, trial: { version: now.current ?? '', starts: decision.starts } }
        } else if (decision.run === 'give-up') now = { ...now, failed: [...now.failed, now.current ?? ''] }
      }
      expect(tried).toBeLessThanOrEqual(TRIAL_STARTS)
      expect(['installed', 'previous']).toContain(decideStart(now).run)
    }),
  )
})
