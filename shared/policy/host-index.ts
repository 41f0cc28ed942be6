import { hasPunycodeLabel, isIpLiteral, wildcardDomain } from './host-pattern.ts'
import type { PathGlob } from './path-glob.ts'

/** What an entry is found by: its host patterns, and its paths where it narrows them. */
export interface Listed {
  readonly hosts: readonly string[]
  readonly paths?: readonly PathGlob[] | undefined
}

/**
 * Finds what may be listed for an address without looking at the rest: two look-ups for the exact host and two for each
 * domain above it, whatever the number of rules.
 *
 * A key is a domain, for entries whose path may begin with anything, or a domain and a first path segment.
 */
export interface HostIndex<Entry> {
  readonly exact: ReadonlyMap<string, readonly Entry[]>
  /** By the domain that a wildcard stands before. */
  readonly below: ReadonlyMap<string, readonly Entry[]>
}

/** Indexes entries under each of their host patterns and first segments; within one key they keep their order. */
export function indexByHost<Entry extends Listed>(entries: readonly Entry[]): HostIndex<Entry> {
  const exact = new Map<string, Entry[]>()
  const below = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const pattern of new Set(entry.hosts)) {
      const domain = wildcardDomain(pattern)
      const map = domain === undefined ? exact : below
      const host = domain ?? pattern
      listOf(map, host)
      for (const key of keysOf(host, entry)) listOf(map, key).push(entry)
    }
  }
  return { exact, below }
}

function listOf<Entry>(map: Map<string, Entry[]>, key: string): Entry[] {
  const listed = map.get(key) ?? []
  map.set(key, listed)
  return listed
}

function keysOf(host: string, { paths }: Listed): ReadonlySet<string> {
  return new Set((paths ?? [['**']]).map(([first = '']) => (first.includes('*') ? host : keyOf(host, first))))
}

/** No host holds a slash, so no two places share a key. */
function keyOf(host: string, firstSegment: string): string {
  return `${host}/${firstSegment}`
}

/**
 * Every entry that lists `host` and may list a path that begins with `firstSegment`; `undefined` where nothing at all
 * lists the host.
 *
 *  - `*.example.org` lists `a.b.example.org`, not `example.org` and not `badexample.org`.
 *  - An address literal and a host with an `xn--` label are listed exactly or not at all.
 */
export function entriesFor<Entry>(
  { exact, below }: HostIndex<Entry>,
  host: string,
  firstSegment = '',
): readonly Entry[] | undefined {
  const lists = [exact.get(host), exact.get(keyOf(host, firstSegment))]
  if (below.size > 0 && !isIpLiteral(host) && !hasPunycodeLabel(host)) {
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      const domain = host.slice(dot + 1)
      lists.push(below.get(domain), below.get(keyOf(domain, firstSegment)))
    }
  }
  const found = lists.filter(list => list !== undefined)
  return found.length === 0 ? undefined : found.flat()
}
