import type { CompiledPolicy } from './compile-policy.ts'
import { entriesFor } from './host-index.ts'
import { parseUrl } from './parse-url.ts'

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
])

/** A visit has few pages that cause things, each many times. */
const MOST_KNOWN = 500

/**
 * The sites a page belongs to, by its address or origin: those with a rule that lets a page be read at that scheme, host
 * and port. An opaque origin (`null`), another scheme or anything unreadable belongs to none. Remembered for a policy.
 */
export function sitesOfInitiator(policy: CompiledPolicy, initiator: string): ReadonlySet<string> {
  const { knownInitiators } = policy
  const found = knownInitiators.get(initiator)
  if (found !== undefined) return found
  const sites = findSites(policy, initiator)
  if (knownInitiators.size >= MOST_KNOWN) knownInitiators.clear()
  knownInitiators.set(initiator, sites)
  return sites
}

function findSites(policy: CompiledPolicy, initiator: string): ReadonlySet<string> {
  const url = parseUrl(initiator)
  const scheme = url?.protocol.slice(0, -1) ?? ''
  const defaultPort = defaultPorts.get(scheme)
  if (url === undefined || defaultPort === undefined) return new Set()
  const port = url.port === '' ? undefined : Number(url.port)
  const pages = (entriesFor(policy.places, url.hostname) ?? []).filter(
    ({ isPage, schemes, ports }) =>
      isPage && schemes.has(scheme) && (ports?.has(port ?? defaultPort) ?? port === undefined),
  )
  return new Set(pages.map(page => page.siteId))
}
