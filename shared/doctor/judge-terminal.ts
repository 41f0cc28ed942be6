import { runChecks } from './check.ts'
import type { Finding } from './finding.ts'
import { machineChecks } from './machine-checks.ts'
import { MACHINE_FACTS_MAX_AGE_MS } from './machine-facts.ts'
import { programChecks } from './program-checks.ts'
import { reachChecks } from './reach-checks.ts'
import { terminalChecks } from './terminal-checks.ts'
import type { TerminalFacts } from './terminal-facts.ts'
import { updateChecks } from './update-checks.ts'

const ofTerminal = [...programChecks, ...terminalChecks, ...updateChecks, ...reachChecks]
const MACHINE_FACTS = 'machine.facts'

/** Every check there is, whether it applies to a terminal or not. A test breaks each. */
export const terminalCheckNames: readonly string[] = [
  ...ofTerminal.map(({ check }) => check),
  MACHINE_FACTS,
  ...machineChecks.map(({ check }) => check),
]

/**
 * Judges a terminal. Pure: the same facts give the same findings, in the same order, one for each check that applies.
 *
 *  - Never throws for facts that parse, and never says `ok` of what could not be looked at.
 *  - Held by "each thing that is broken is named, and nothing else".
 */
export function judgeTerminal(facts: TerminalFacts): Finding[] {
  return [...runChecks(ofTerminal, facts), ...judgeMachine(facts)]
}

function judgeMachine({ at, machine }: TerminalFacts): Finding[] {
  const ageMs = machine === null ? undefined : Date.parse(at) - Date.parse(machine.at)
  const isFresh = ageMs !== undefined && ageMs <= MACHINE_FACTS_MAX_AGE_MS
  const seen: Finding = {
    check: MACHINE_FACTS,
    state: isFresh ? 'ok' : 'fail',
    about: 'what root looks at, every ten minutes',
    got: ageMs === undefined ? 'nothing there' : `${Math.max(0, Math.round(ageMs / 60_000))} minutes old`,
    want: 'younger than an hour',
    means: isFresh ? '' : 'Nobody knows whether this machine is locked: its doctor has not looked.',
    remedy: isFresh ? '' : 'systemctl status guichet-machine-facts.timer; or run set-up-terminal where it never was.',
  }
  // What is too old is no word about now.
  return machine === null || !isFresh ? [seen] : [seen, ...runChecks(machineChecks, machine)]
}
