import type { Check } from './check.ts'
import { confinementChecks } from './machine/confinement-checks.ts'
import { deviceChecks } from './machine/device-checks.ts'
import { diskChecks } from './machine/disk-checks.ts'
import type { MachineCheck } from './machine/machine-check.ts'
import { networkChecks } from './machine/network-checks.ts'
import { sessionChecks } from './machine/session-checks.ts'
import { systemChecks } from './machine/system-checks.ts'
import type { MachineFacts } from './machine-facts.ts'

const all: readonly MachineCheck[] = [
  ...sessionChecks,
  ...confinementChecks,
  ...systemChecks,
  ...deviceChecks,
  ...networkChecks,
  ...diskChecks,
]

/** Every item of the lock-down, judged by what root found of it. */
export const machineChecks: readonly Check<MachineFacts>[] = all.map(one => ({
  check: one.check,
  about: one.about,
  want: one.want,
  means: one.means,
  remedy: one.remedy,
  look: ({ facts }) => {
    const got = facts[one.fact]
    if (got === undefined) return { state: 'unknown', got: 'not known', ...unknown }
    return { state: one.isRight(got) ? 'ok' : (one.otherwise ?? 'fail'), got: got === '' ? 'nothing' : got }
  },
}))

const unknown = {
  means: 'It could not be looked at, so nobody can say that it is as it should be.',
  remedy: 'Run set-up-terminal again; it installs what is needed to look.',
}

/** The name of every fact a check reads: the script has to know each. */
export const machineFactNames: readonly string[] = [...new Set(all.map(({ fact }) => fact))]
