/** Deadlock, serialization failure, unique race, foreign key race, lock or statement time-out, and a full transaction. */
const raceCodes = new Set(['40001', '40P01', '23505', '23503', '55P03', '57014'])

/** Whether `error` comes of others working on the same rows: the same again may well succeed. */
export function isContention(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && raceCodes.has(error.code)
}
