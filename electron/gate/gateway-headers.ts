import { INITIATOR_HEADER, TYPE_HEADER } from '#shared/contracts/gateway.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import type { SentHeaders } from '#shared/policy/sent-headers.ts'

/** What the gateway would believe, so what no page may write. */
const OWN_HEADERS = /^guichet-/i

/**
 * The headers of a request as it leaves the terminal: a page's own, and what the gateway cannot know by itself, in place of
 * whatever a page wrote there. Of the page that causes it, no more than its origin.
 */
export function gatewayHeaders(headers: SentHeaders, request: PolicyRequest | undefined): Record<string, string> {
  const kept = Object.keys(headers).some(isOwn) ? withoutOwn(headers) : headers
  if (request === undefined) return { ...kept }
  return { ...kept, [TYPE_HEADER]: request.type ?? 'other', [INITIATOR_HEADER]: originOf(request.initiator) }
}

function isOwn(name: string): boolean {
  return OWN_HEADERS.test(name)
}

function withoutOwn(headers: SentHeaders): SentHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isOwn(name)))
}

function originOf(initiator: string | undefined): string {
  return initiator !== undefined && URL.canParse(initiator) ? new URL(initiator).origin : 'null'
}
