import { type ErrorCode, GuichetError } from '#shared/errors/guichet-error.ts'
import { isContention, isTooSlow } from './is-contention.ts'
import { isDatabaseAway } from './is-database-away.ts'

/** What a failure becomes on the wire. */
export interface ErrorAnswer {
  readonly status: number
  readonly code: ErrorCode
}

const foreseen: Partial<Record<ErrorCode, number>> = {
  BODY_INVALID: 400,
  BODY_TOO_LARGE: 413,
  CONTENT_TYPE_REFUSED: 415,
  DATABASE_UNAVAILABLE: 503,
  ENROLMENT_CODE_EXPIRED: 410,
  ENROLMENT_CODE_UNKNOWN: 404,
  ENROLMENT_CODE_USED: 410,
  ENROLMENT_TRIES_SPENT: 429,
  INMATE_UNKNOWN: 404,
  ORDER_REFUSED: 409,
  ORDER_UNKNOWN: 404,
  PULL_CURSOR_UNKNOWN: 409,
  QUERY_INVALID: 400,
  REQUEST_STATE_REFUSED: 409,
  REQUEST_UNKNOWN: 404,
  ROUTE_UNKNOWN: 404,
  SERVER_BUSY: 503,
  SESSION_MISSING: 401,
  STAFF_INVITATION_REFUSED: 410,
  STAFF_REFUSED: 401,
  STAFF_TRIES_SPENT: 429,
  TERMINAL_REFUSED: 401,
  TERMINAL_UNKNOWN: 404,
  UPDATE_UNKNOWN: 404,
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  404: 'ROUTE_UNKNOWN',
  413: 'BODY_TOO_LARGE',
  415: 'CONTENT_TYPE_REFUSED',
}

/**
 * Turns whatever was thrown into a status and a code.
 *
 *  - A client's fault is always 4xx, also where the framework found it.
 *  - A database that is away, or too busy, is 503: the client asks again.
 *  - Anything unforeseen is a bug: 500 `INTERNAL`.
 */
export function classifyError(error: unknown): ErrorAnswer {
  if (error instanceof GuichetError && foreseen[error.code] !== undefined) {
    return { status: foreseen[error.code] ?? 500, code: error.code }
  }
  if (isDatabaseAway(error)) return { status: 503, code: 'DATABASE_UNAVAILABLE' }
  if (isContention(error) || isTooSlow(error)) return { status: 503, code: 'SERVER_BUSY' }
  const status = clientFaultStatus(error)
  if (status === undefined) return { status: 500, code: 'INTERNAL' }
  return { status, code: byStatus[status] ?? (isAboutQuery(error) ? 'QUERY_INVALID' : 'BODY_INVALID') }
}

function clientFaultStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number') return undefined
  return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : undefined
}

function isAboutQuery(error: unknown): boolean {
  return error instanceof Error && 'validationContext' in error && error.validationContext === 'querystring'
}
