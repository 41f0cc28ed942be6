import { permissionsPolicy } from '#shared/policy/page-policy.ts'
import { rewriteReceivedHeaders } from '#shared/policy/received-headers.ts'

/** What a page needs of an answer. A header a browser learns to obey tomorrow is not among them. */
export const passedHeaders: ReadonlySet<string> = new Set([
  'accept-ranges',
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'age',
  'cache-control',
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-security-policy',
  'content-type',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'etag',
  'expires',
  'last-modified',
  'location',
  'pragma',
  'referrer-policy',
  'retry-after',
  'set-cookie',
  'vary',
  'x-content-type-options',
  'x-frame-options',
  'x-total-count',
])

/**
 * The headers of a site's answer as the terminal gets them: a list of what passes, then what `rewriteReceivedHeaders`
 * takes out and puts in. The same value may come several times, as `Set-Cookie` does.
 */
export function answerHeaders(raw: readonly string[], contentSecurityPolicy: string): Record<string, string[]> {
  const received = new Map<string, string[]>()
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    if (passedHeaders.has(name)) received.set(name, [...(received.get(name) ?? []), raw[at + 1] ?? ''])
  }
  return rewriteReceivedHeaders(Object.fromEntries(received), { contentSecurityPolicy, permissionsPolicy })
}
