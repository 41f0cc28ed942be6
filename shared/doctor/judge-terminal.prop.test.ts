import { type Arbitrary, assert, constantFrom, dictionary, property, string, subarray, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { describeFindings } from './describe-findings.ts'
import { findingSchema, sortFindings, worstState } from './finding.ts'
import { judgeTerminal } from './judge-terminal.ts'
import { machineFactNames } from './machine-checks.ts'
import type { TerminalFacts } from './terminal-facts.ts'
import { sabotages } from './testing/sabotages.ts'
import { wellFacts, wellMachine } from './testing/well-facts.ts'

/** Any mixture of what was found well and what was found broken. */
const anyFacts: Arbitrary<TerminalFacts> = tuple(
  subarray([...sabotages]),
  dictionary(constantFrom(...machineFactNames), string({ maxLength: 400 })),
).map(([broken, found]) => {
  const merged = broken.reduce<TerminalFacts>((facts, one) => {
    const changed = Object.entries(one.facts).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(Object.entries(wellFacts()).find(([known]) => known === name)?.[1]),
    )
    return { ...facts, ...Object.fromEntries(changed) }
  }, wellFacts())
  return { ...merged, machine: merged.machine && { ...merged.machine, facts: { ...merged.machine.facts, ...found } } }
})

test('whatever is found, each check is judged once, in the same words each time, and as the contract says', () => {
  assert(
    property(anyFacts, facts => {
      const findings = judgeTerminal(facts)
      expect(judgeTerminal(facts)).toEqual(findings)
      expect(new Set(findings.map(({ check }) => check)).size).toBe(findings.length)
      for (const finding of findings) {
        expect(findingSchema.parse(finding)).toEqual(finding)
        expect(finding.means === '' && finding.remedy === '').toBe(finding.state === 'ok')
      }
    }),
  )
})

test('what could not be looked at is never said to be well', () => {
  assert(
    property(subarray(Object.keys(wellMachine), { minLength: 1 }), missing => {
      const facts = wellFacts()
      const kept = Object.entries(wellMachine).filter(([name]) => !missing.includes(name))
      const machine = facts.machine && { ...facts.machine, facts: Object.fromEntries(kept) }
      const states = judgeTerminal({ ...facts, machine }).filter(({ state }) => state !== 'ok')
      expect(states.length).toBeGreaterThanOrEqual(missing.length)
      expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['unknown']))
    }),
  )
})

test('the worst comes first, and every line that is not well says what to do', () => {
  assert(
    property(anyFacts, facts => {
      const findings = judgeTerminal(facts)
      expect(sortFindings(findings)[0]?.state).toBe(worstState(findings))
      const lines = describeFindings(findings)
      const ill = findings.filter(({ state }) => state !== 'ok')
      expect(lines.filter(line => line.startsWith('      Do: '))).toHaveLength(ill.length)
    }),
  )
})

test('the facts of a well machine are exactly those that checks read', () => {
  expect(Object.keys(wellMachine).toSorted()).toEqual(machineFactNames.toSorted())
})
