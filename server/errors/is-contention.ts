/** Serialization failure, deadlock, and races for a unique or a referenced row. */
const raceCodes = new Set(['40001', '40P01', '23505', '23503'])
/** A lock or a statement that took longer than it may. */
const slowCodes = new Set(['55P03', '57014'])

/** Whether `error` comes of others working on the same rows: the same again may well succeed. */
export function isContention(error: unknown): boolean {
  return hasCodeOf(raceCodes, error)
}

/** Whether the database did not manage in time: asking again at once would only add to it. */
export function isTooSlow(error: unknown): boolean {
  return hasCodeOf(slowCodes, error)
}

function hasCodeOf(codes: ReadonlySet<string>, error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.has(error.code)
}
