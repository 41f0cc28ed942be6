import { REFUSED_HEADER } from '#shared/contracts/gateway.ts'
import { type DenyReason, denyReasons } from '#shared/policy/deny-reasons.ts'
import type { ReceivedHeaders } from '#shared/policy/received-headers.ts'

/** The part of an answer that counts. */
export interface AnswerDetails {
  readonly resourceType: string
  readonly responseHeaders?: ReceivedHeaders
}

/**
 * Why the gateway refused a page, or `undefined` where it did not. No site can say this in its place: the gateway passes
 * none of these headers on.
 *
 * Of a part of a page nothing is said: it fails, and the gateway has counted it.
 */
export function gatewayRefusal({ resourceType, responseHeaders = {} }: AnswerDetails): DenyReason | undefined {
  if (resourceType !== 'mainFrame') return undefined
  const found = Object.entries(responseHeaders).find(([name]) => name.toLowerCase() === REFUSED_HEADER)
  if (found === undefined) return undefined
  const [value = ''] = found[1]
  return isDenyReason(value) ? value : 'gate-failed'
}

function isDenyReason(value: string): value is DenyReason {
  return Object.hasOwn(denyReasons, value)
}
