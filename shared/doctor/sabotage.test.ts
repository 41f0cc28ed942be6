import { describe, expect, test } from 'vitest'
import { machineChecks } from './machine-checks.ts'
import { judgeTerminal } from './judge-terminal.ts'
import { programChecks } from './program-checks.ts'
import { reachChecks } from './reach-checks.ts'
import { terminalChecks } from './terminal-checks.ts'
import { terminalFactsSchema } from './terminal-facts.ts'
import { sabotages } from './testing/sabotages.ts'
import { wellFacts } from './testing/well-facts.ts'
import { updateChecks } from './update-checks.ts'

test('nothing is wrong with a terminal that is as it should be', () => {
  expect(terminalFactsSchema.parse(wellFacts())).toEqual(wellFacts())
  expect(judgeTerminal(wellFacts()).filter(({ state }) => state !== 'ok')).toEqual([])
})

describe('each thing that is broken is named, and nothing else', () => {
  test.each(sabotages)('$check: $how', ({ check, state, facts }) => {
    const ill = judgeTerminal(facts).filter(finding => finding.state !== 'ok')
    expect(ill.map(finding => [finding.check, finding.state])).toEqual([[check, state]])
    expect(ill[0]?.means).not.toBe('')
    expect(ill[0]?.remedy).not.toBe('')
  })
})

test('every check has been broken once', () => {
  const known = [programChecks, terminalChecks, updateChecks, reachChecks, machineChecks]
  const all = known.flatMap(checks => checks.map(({ check }) => check))
  const broken = new Set(sabotages.map(({ check }) => check))
  expect(all.filter(check => !broken.has(check))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
})
