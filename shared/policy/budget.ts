// A search field is a mail service for whoever can read the search terms. No rule can tell a term from a message, so what
// an inmate can choose is counted, and there is an end to it for the day.

/** Characters an inmate, or a page in their name, could have chosen. */
export interface Carried {
  /** In query and fields. */
  readonly query: number
  /** In host and path. */
  readonly path: number
}

/** What may be carried out by one inmate to one site on one day. */
export type BudgetLimits = Carried

/**
 * Eight thousand characters of typing are two hundred searches of forty, more than anybody makes in a day, and four pages
 * of a letter, so that who wants to write one takes long and is seen. Addresses of pages and pictures are mostly the
 * site's own: a hundred thousand characters are some three thousand of them, counted once each.
 */
export const defaultBudgetLimits: BudgetLimits = { query: 8_000, path: 100_000 }

export interface BudgetDecision {
  readonly effect: 'allow' | 'deny'
  /** What stands in the count afterwards; a refused request carries nothing. */
  readonly spent: Carried
}

/**
 * Decides whether a request that is granted still fits what one inmate may carry to one site in one day.
 *
 *  - What carries nothing always fits: a fixed address stays open when all is spent.
 *  - What would go beyond either limit is refused whole, and counts nothing.
 *  - The caller keeps the count, and leaves out an address that was already asked for that day.
 */
export function evaluateBudget(
  spent: Carried,
  carried: Carried,
  limits: BudgetLimits = defaultBudgetLimits,
): BudgetDecision {
  const after = { query: spent.query + carried.query, path: spent.path + carried.path }
  const fits = (['query', 'path'] as const).every(part => carried[part] <= 0 || after[part] <= limits[part])
  return fits ? { effect: 'allow', spent: after } : { effect: 'deny', spent }
}
