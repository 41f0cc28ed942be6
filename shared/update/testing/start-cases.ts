import type { StartDecision, StartFacts } from '../decide-start.ts'

export interface StartCase {
  readonly name: string
  readonly facts: StartFacts
  readonly decision: StartDecision
}

const nothing: StartFacts = {
  current: undefined,
  previous: undefined,
  chosen: undefined,
  healthy: undefined,
  failed: [],
  trial: undefined,
}
const first = { ...nothing, current: '0.2.0', chosen: '0.2.0' }
const second = { ...nothing, current: '0.3.0', previous: '0.2.0', chosen: '0.3.0', healthy: '0.2.0' }

/** What the launcher decides, for the function and for the shell. */
export const startCases: readonly StartCase[] = [
  { name: 'a terminal without an update runs its package', facts: nothing, decision: { run: 'installed' } },
  { name: 'a first update is tried', facts: first, decision: { run: 'trial', starts: 1 } },
  { name: 'a later update is tried', facts: second, decision: { run: 'trial', starts: 1 } },
  {
    name: 'one that is there and was not chosen waits',
    facts: { ...second, chosen: '0.2.0' },
    decision: { run: 'previous' },
  },
  {
    name: 'a first one that was not chosen waits too',
    facts: { ...first, chosen: undefined },
    decision: { run: 'installed' },
  },
  {
    name: 'one that was healthy runs without being chosen again',
    facts: { ...second, chosen: undefined, healthy: '0.3.0' },
    decision: { run: 'current' },
  },
  {
    name: 'one that was put off does not begin anew when it is chosen again',
    facts: { ...second, trial: { version: '0.3.0', starts: 2 } },
    decision: { run: 'trial', starts: 3 },
  },
  {
    name: 'a second start counts',
    facts: { ...second, trial: { version: '0.3.0', starts: 1 } },
    decision: { run: 'trial', starts: 2 },
  },
  {
    name: 'a third start is the last',
    facts: { ...second, trial: { version: '0.3.0', starts: 2 } },
    decision: { run: 'trial', starts: 3 },
  },
  {
    name: 'after three starts it is given up',
    facts: { ...second, trial: { version: '0.3.0', starts: 3 } },
    decision: { run: 'give-up' },
  },
  {
    name: 'the starts of another version do not count',
    facts: { ...second, trial: { version: '0.2.0', starts: 3 } },
    decision: { run: 'trial', starts: 1 },
  },
  {
    name: 'one that was healthy runs, whatever its starts were',
    facts: { ...second, healthy: '0.3.0', trial: { version: '0.3.0', starts: 3 } },
    decision: { run: 'current' },
  },
  { name: 'one that failed is gone back from', facts: { ...second, failed: ['0.3.0'] }, decision: { run: 'previous' } },
  {
    name: 'a first one that failed is gone back from to the package',
    facts: { ...first, failed: ['0.2.0'] },
    decision: { run: 'installed' },
  },
  {
    name: 'one that failed does not run for having been healthy before',
    facts: { ...second, healthy: '0.3.0', failed: ['0.3.0'] },
    decision: { run: 'previous' },
  },
  {
    name: 'another one that failed is of no interest',
    facts: { ...second, failed: ['0.2.9', '10.3.0', '0.3.0-dev.20261123062900.gab12cd34'] },
    decision: { run: 'trial', starts: 1 },
  },
]
