import { describe, expect, test } from 'vitest'
import { judgeTerminal, terminalCheckNames } from './judge-terminal.ts'
import { terminalFactsSchema } from './terminal-facts.ts'
import { sabotages } from './testing/sabotages.ts'
import { wellFacts } from './testing/well-facts.ts'

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

test('every check there is has been broken, and none stands for two', () => {
  const broken = new Set(sabotages.map(({ check }) => check))
  expect(terminalCheckNames.filter(check => !broken.has(check))).toEqual([])
  expect(new Set(terminalCheckNames).size).toBe(terminalCheckNames.length)
})

test('nothing is found by a check that is not in that list', () => {
  const found = [wellFacts(), ...sabotages.map(({ facts }) => facts)].flatMap(judgeTerminal)
  expect(found.map(({ check }) => check).filter(check => !terminalCheckNames.includes(check))).toEqual([])
})
