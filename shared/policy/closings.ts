import type { Circumstances } from './rule-match.ts'

/** What a warden has closed for one person on one terminal: ids of sites and of rules. Left out: nothing. */
export type Closings = Pick<Circumstances, 'closedSites' | 'closedRules'>

export const noClosings: Closings = {}
