import { type DenyReason, denyReasons } from '#shared/policy/deny-reasons.ts'

const unreachable = [
  'ERR_CANNOT_FORWARD',
  'ERR_CONNECT_FAIL',
  'ERR_FORWARDING_DENIED',
  'ERR_GATEWAY_FAILURE',
  'ERR_LIFETIME_EXP',
  'ERR_NO_RELAY',
  'ERR_READ_ERROR',
  'ERR_READ_TIMEOUT',
  'ERR_SECURE_CONNECT_FAIL',
  'ERR_SHUTTING_DOWN',
  'ERR_SOCKET_FAILURE',
  'ERR_WRITE_ERROR',
  'ERR_ZERO_SIZE_OBJECT',
] as const
const malformed = [
  'ERR_CONFLICT_HOST',
  'ERR_INVALID_REQ',
  'ERR_INVALID_URL',
  'ERR_PROTOCOL_UNKNOWN',
  'ERR_UNSUP_HTTPVERSION',
  'ERR_UNSUP_REQ',
  'ERR_URN_RESOLVE',
] as const

function each(names: readonly string[], reason: DenyReason): Record<string, DenyReason> {
  return Object.fromEntries(names.map(name => [name, reason]))
}

/** What Squid calls what went wrong, and what the gateway does. */
export const squidErrors: Readonly<Record<string, DenyReason>> = {
  ...each(unreachable, 'site-unreachable'),
  ...each(malformed, 'request-malformed'),
  ERR_DNS_FAIL: 'name-unknown',
  ERR_INVALID_RESP: 'answer-not-allowed',
  ERR_TOO_BIG: 'answer-not-allowed',
  ERR_ACCESS_DENIED: 'gate-failed',
  ERR_GUICHET_CLOSED: 'gate-failed',
  ERR_GUICHET_DOWNLOAD: 'download-not-allowed',
  ERR_GUICHET_PACKED: 'answer-not-allowed',
}

/**
 * The pages Squid answers with, by their file names: the code a person reads out, and nothing else. Where the helper
 * refused, the code is the helper's (`%o`).
 */
export function errorPages(): Readonly<Record<string, string>> {
  const codes = Object.entries(squidErrors).map(([name, reason]) => [name, `W-0-${denyReasons[reason]}`] as const)
  return {
    ...Object.fromEntries(codes),
    ERR_GUICHET_NOT_PUBLIC: `W-0-${denyReasons['address-not-public']}`,
    ERR_GUICHET_REFUSED: '%o',
    // Squid asks for it at its start; without it, it complains.
    'error-details.txt': '',
  }
}
