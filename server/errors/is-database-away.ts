/** What Node says when nobody listens, or a connection breaks. */
const connectionFailures = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
])

/** Words of the driver's own errors, which carry no code. */
const driverFailures = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end',
]

/**
 * PostgreSQL error classes that mean "not now": lost connections (08), too few resources (53), shut down
 * or starting (57P), read-only after a fail-over (25006), a session ended while it idled (25P03).
 */
const stateFailure = /^(?:08...|53...|57P..|25006|25P03)$/

/** Whether `error` says that the database cannot be worked with at all, whatever was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && (connectionFailures.has(code) || stateFailure.test(code))) return true
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isDatabaseAway)
  return driverFailures.some(words => error.message.startsWith(words)) || isDatabaseAway(error.cause)
}
