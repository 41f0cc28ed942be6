import type { z } from 'zod'

/** One thing that is wrong with a policy file. */
export interface PolicyProblem {
  /** Where, as in `sites[0].rules[2].paths[0]`; empty for the file as a whole. */
  readonly path: string
  readonly reason: string
}

/** Says in place and words what a schema refused. */
export function describeIssue(issue: z.core.$ZodIssue): PolicyProblem {
  const { place, reason } = innermost(issue, [])
  return { path: formatPlace(place), reason }
}

interface Found {
  readonly place: readonly PropertyKey[]
  readonly reason: string
}

/** Of alternatives that all failed, the one that got furthest into the value is the one that was meant. */
function innermost(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Found {
  const place = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return { place, reason: reasonOf(issue) }
  const inner = issue.errors.flat().map(branch => innermost(branch, place))
  const deepest = inner.toSorted((one, other) => other.place.length - one.place.length)[0]
  return deepest !== undefined && deepest.place.length > place.length ? deepest : { place, reason: issue.message }
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  return issue.message
}

function formatPlace(place: readonly PropertyKey[]): string {
  return place
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('')
}
