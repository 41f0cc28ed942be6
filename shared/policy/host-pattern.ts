import { parseUrl } from './parse-url.ts'

const WILDCARD = '*.'

/** Whether a canonical host is an address literal: `[…]`, or dotted numbers (WHATWG URL, "ends in a number"). */
export function isIpLiteral(host: string): boolean {
  return host.startsWith('[') || /(?:^|\.)[0-9]+$/.test(host)
}

/** Whether a host holds an encoded label, the only form in which a look-alike letter can reach the network. */
export function hasPunycodeLabel(host: string): boolean {
  return host.startsWith('xn--') || host.includes('.xn--')
}

/** Whether a host, as the URL parser wrote it, is one that a rule could name: no trailing dot, no empty label. */
export function isCanonicalHost(host: string): boolean {
  return host.length <= 253 && host !== '' && !host.startsWith('.') && !host.endsWith('.') && !host.includes('..')
}

/** The part of a pattern below which every subdomain matches, or `undefined` for an exact host. */
export function wildcardDomain(pattern: string): string | undefined {
  return pattern.startsWith(WILDCARD) ? pattern.slice(WILDCARD.length) : undefined
}

/** Says why `pattern` cannot stand in a policy, or `undefined` where it can. */
export function hostPatternProblem(pattern: string): string | undefined {
  const domain = wildcardDomain(pattern)
  const host = domain ?? pattern
  if (host.includes('*')) return 'a wildcard can only stand first, as in *.example.org'
  if (!isWrittenCanonically(host)) return 'not a host as a browser writes it: lower case, no port, no trailing dot'
  if (domain === undefined) return undefined
  if (isIpLiteral(domain)) return 'an address literal is listed exactly, never with a wildcard'
  if (hasPunycodeLabel(domain)) return 'an xn-- host is listed exactly, never with a wildcard'
  if (!domain.includes('.')) return 'a wildcard over a top-level domain lists the whole world'
  return undefined
}

function isWrittenCanonically(host: string): boolean {
  const url = parseUrl(`https://${host}/`)
  return url?.hostname === host && url.pathname === '/' && isCanonicalHost(host)
}
