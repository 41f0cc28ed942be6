import type { Finding, FindingState } from './finding.ts'

/** One thing the doctor knows: what it wants, what it means where it is otherwise, and what to do then. */
export interface Check<Facts> {
  readonly check: string
  readonly about: string
  readonly want: string
  readonly means: string
  readonly remedy: string
  /** Looks at the facts. Pure. `undefined`: this does not apply here, and nothing is said. */
  readonly look: (facts: Facts) => Look | undefined
}

export interface Look {
  readonly state: FindingState
  readonly got: string
  /** In place of the check's own words, where one check can go wrong in several ways. */
  readonly means?: string
  readonly remedy?: string
}

const cut = (text: string, max: number) => (text.length <= max ? text : `${text.slice(0, max - 1)}…`)

/** Judges facts by every check that applies. */
export function runChecks<Facts>(checks: readonly Check<Facts>[], facts: Facts): Finding[] {
  return checks.flatMap(one => {
    const look = one.look(facts)
    if (look === undefined) return []
    const isFine = look.state === 'ok'
    return {
      check: one.check,
      state: look.state,
      about: one.about,
      got: cut(look.got, 400),
      want: one.want,
      means: isFine ? '' : (look.means ?? one.means),
      remedy: isFine ? '' : (look.remedy ?? one.remedy),
    }
  })
}
