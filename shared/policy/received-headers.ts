/** Headers as Electron tells them: one name may carry several values. */
export type ReceivedHeaders = Readonly<Record<string, readonly string[]>>

/**
 * Headers by which a site makes the browser speak to somebody, keep something, or try something out, without any page
 * asking for it. Most of what they cause passes by every listener a session has.
 */
const stripped: ReadonlySet<string> = new Set([
  'accept-ch',
  'alt-svc',
  'attribution-reporting-register-source',
  'attribution-reporting-register-trigger',
  'content-security-policy-report-only',
  'critical-ch',
  'cross-origin-embedder-policy-report-only',
  'cross-origin-opener-policy-report-only',
  'document-policy',
  'document-policy-report-only',
  'expect-ct',
  'integrity-policy',
  'integrity-policy-report-only',
  'link',
  'nel',
  'observe-browsing-topics',
  'origin-trial',
  'permissions-policy',
  'permissions-policy-report-only',
  'public-key-pins-report-only',
  'refresh',
  'report-to',
  'reporting-endpoints',
  'service-worker-allowed',
  'set-login',
  'sourcemap',
  'speculation-rules',
  'supports-loading-mode',
  'use-as-dictionary',
  'x-dns-prefetch-control',
  'x-sourcemap',
])

/** What every answer carries instead. */
export interface AddedHeaders {
  readonly contentSecurityPolicy: string
  readonly permissionsPolicy: string
}

/**
 * Takes out of an answer what speaks behind the page's back, and adds what holds the page.
 *
 *  - The site's own policy stays, without the places it reports to: several policies hold together, the strictest wins.
 *  - Every answer gets the policy, not only documents: a worker goes by the one its script came with.
 *  - What was rewritten once is not changed by being rewritten again.
 */
export function rewriteReceivedHeaders(received: ReceivedHeaders, added: AddedHeaders): Record<string, string[]> {
  const kept = Object.entries(received).filter(([name]) => !stripped.has(name.toLowerCase()))
  const own = kept.flatMap(([name, values]) => (isPolicy(name) ? values.map(withoutReports) : []))
  const ours = added.contentSecurityPolicy
  const rest = kept.filter(([name]) => !isPolicy(name)).map(([name, values]) => [name, [...values]] as const)
  return {
    ...Object.fromEntries(rest),
    'Content-Security-Policy': [...own.filter(policy => policy !== '' && policy !== ours), ours],
    'Permissions-Policy': [added.permissionsPolicy],
    'X-DNS-Prefetch-Control': ['off'],
  }
}

/**
 * Whether an answer is as `rewriteReceivedHeaders` leaves it: what the gateway did, the terminal need not do again. Asked of
 * every answer, so it looks without rewriting.
 */
export function isRewritten(received: ReceivedHeaders, added: AddedHeaders): boolean {
  const met = new Set<string>()
  for (const [written, values] of Object.entries(received)) {
    const name = written.toLowerCase()
    const isAsPut = put.get(name)
    if (isAsPut === undefined) {
      if (stripped.has(name)) return false
      continue
    }
    // A name in two spellings stands for two headers.
    if (met.has(name) || !isAsPut(values, added)) return false
    met.add(name)
  }
  return met.size === put.size
}

/** The headers that are put in, and whether they are as they were put. */
const put: ReadonlyMap<string, (values: readonly string[], added: AddedHeaders) => boolean> = new Map([
  [
    'content-security-policy',
    (values, { contentSecurityPolicy }) => values.at(-1) === contentSecurityPolicy && !values.some(isReporting),
  ],
  ['permissions-policy', (values, { permissionsPolicy }) => values.length === 1 && values[0] === permissionsPolicy],
  ['x-dns-prefetch-control', values => values.length === 1 && values[0] === 'off'],
])

/** Whether a policy says anywhere to whom it reports. Rather too often than too seldom. */
function isReporting(policy: string): boolean {
  return /report-(?:uri|to)/i.test(policy)
}

function isPolicy(name: string): boolean {
  return name.toLowerCase() === 'content-security-policy'
}

/** One header may hold several policies, parted by commas; neither commas nor semicolons occur inside a directive. */
function withoutReports(header: string): string {
  const policies = header.split(',').map(policy =>
    policy
      .split(';')
      .map(directive => directive.trim())
      .filter(directive => directive !== '' && !/^report-(?:uri|to)(?:\s|$)/i.test(directive))
      .join('; '),
  )
  return policies.filter(policy => policy !== '').join(', ')
}
