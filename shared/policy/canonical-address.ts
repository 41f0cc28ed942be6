import { isPersonText } from '../text/person-text.ts'
import type { DenyReason } from './deny-reasons.ts'
import { isCanonicalHost } from './host-pattern.ts'
import { parseUrl } from './parse-url.ts'
import { readPlainAddress } from './plain-address.ts'

// An attacker's aim is an address that the filter and the site's server read differently. So an address is parsed once,
// by the parser browsers use, never decoded before it, and every form on which servers are known to disagree is refused.

/** In UTF-16 units, as received and again as canonical. */
export const MAX_ADDRESS_LENGTH = 2048

/** An address in the one form decisions are made on. To be read by its names, not spread: a path may be cut late. */
export interface CanonicalAddress {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
  readonly hasDefaultPort: boolean
  /** Decoded; a trailing slash is a last empty segment. */
  readonly path: readonly string[]
  /** Without the question mark, not decoded. */
  readonly query: string
  /** What may be connected to, without a fragment. */
  readonly href: string
}

export type AddressReading =
  { readonly ok: true; readonly address: CanonicalAddress } | { readonly ok: false; readonly reason: DenyReason }

/**
 * Reads an address, or says why nobody should.
 *
 *  - Refuses user information, other schemes, hosts with a trailing dot, overlong addresses.
 *  - Refuses a path with an encoded separator, an empty segment, a `;`, invalid UTF-8 or a control character.
 *  - Two spellings that the URL standard reads alike give the same address.
 */
export function canonicaliseAddress(text: string): AddressReading {
  if (text.length > MAX_ADDRESS_LENGTH) return { ok: false, reason: 'address-too-long' }
  const plain = readPlainAddress(text)
  if (plain !== undefined) return { ok: true, address: plain }
  const url = parseUrl(text)
  if (url === undefined) return { ok: false, reason: 'address-unreadable' }
  const scheme = url.protocol.slice(0, -1)
  if (scheme !== 'https' && scheme !== 'http') return { ok: false, reason: 'scheme-not-web' }
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'user-info' }
  if (!isCanonicalHost(url.hostname)) return { ok: false, reason: 'host-not-canonical' }
  const href = withoutFragment(url.href)
  if (href.length > MAX_ADDRESS_LENGTH) return { ok: false, reason: 'address-too-long' }
  const path = readPath(url.pathname)
  if (typeof path === 'string') return { ok: false, reason: path }
  const hasDefaultPort = url.port === ''
  const port = hasDefaultPort ? defaultPorts[scheme] : Number(url.port)
  const query = url.search.slice(1)
  return { ok: true, address: { scheme, host: url.hostname, port, hasDefaultPort, path, query, href } }
}

function withoutFragment(href: string): string {
  const hash = href.indexOf('#')
  return hash < 0 ? href : href.slice(0, hash)
}

const defaultPorts = { http: 80, https: 443 } as const

type PathProblem = Extract<DenyReason, `path-${string}`>

function readPath(pathname: string): readonly string[] | PathProblem {
  const raw = pathname.slice(1).split('/')
  if (raw.slice(0, -1).includes('') || pathname.includes(';')) return 'path-odd-segment'
  if (!pathname.includes('%')) return raw
  if (/%(?:2f|5c|3f|23|25|3b)/i.test(pathname)) return 'path-encoded-separator'
  const path: string[] = []
  for (const segment of raw) {
    const decoded = decodeSegment(segment)
    if (decoded === undefined) return 'path-undecodable'
    if (foldsToSeparator(decoded)) return 'path-encoded-separator'
    path.push(decoded)
  }
  return path
}

function decodeSegment(segment: string): string | undefined {
  try {
    const decoded = decodeURIComponent(segment)
    return isPersonText(decoded) && !decoded.includes('\n') ? decoded : undefined
  } catch {
    return undefined
  }
}

/** Some servers fold full-width letters to plain ones, which makes a separator out of `／` and a parent out of `．．`. */
function foldsToSeparator(decoded: string): boolean {
  const folded = decoded.normalize('NFKC')
  return folded !== decoded && (/[/\\?#%;]/.test(folded) || folded === '.' || folded === '..')
}
