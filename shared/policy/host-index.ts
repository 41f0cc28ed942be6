import { hasPunycodeLabel, isIpLiteral, wildcardDomain } from './host-pattern.ts'
import type { PathGlob } from './path-glob.ts'

/** What an entry is found by: its host patterns, and its paths where it narrows them. */
export interface Listed {
  readonly hosts: readonly string[]
  readonly paths?: readonly PathGlob[] | undefined
}

/**
 * Finds what may be listed for an address without looking at the rest: for the exact host and each domain above it, one
 * look-up for each segment of the path, and no more of them than the longest path that begins without a wildcard. What
 * it takes does not grow with the number of rules, unless they share host and beginning.
 *
 * A key is a domain and the segments of a path up to its first wildcard.
 */
export interface HostIndex<Entry> {
  readonly exact: ReadonlyMap<string, readonly Entry[]>
  /** By the domain that a wildcard stands before. */
  readonly below: ReadonlyMap<string, readonly Entry[]>
  /** In segments, the longest path of a key. */
  readonly depth: number
}

/** Indexes entries under each of their host patterns and paths; within one key they keep their order. */
export function indexByHost<Entry extends Listed>(entries: readonly Entry[]): HostIndex<Entry> {
  const exact = new Map<string, Entry[]>()
  const below = new Map<string, Entry[]>()
  let depth = 0
  for (const entry of entries) {
    const prefixes = prefixesOf(entry)
    for (const pattern of new Set(entry.hosts)) {
      const domain = wildcardDomain(pattern)
      const map = domain === undefined ? exact : below
      const host = domain ?? pattern
      listOf(map, host)
      for (const { key } of prefixes) listOf(map, host + key).push(entry)
    }
    depth = Math.max(depth, ...prefixes.map(({ length }) => length))
  }
  return { exact, below, depth }
}

function listOf<Entry>(map: Map<string, Entry[]>, key: string): Entry[] {
  const listed = map.get(key) ?? []
  map.set(key, listed)
  return listed
}

interface Prefix {
  readonly key: string
  readonly length: number
}

function prefixesOf({ paths }: Listed): readonly Prefix[] {
  const keys = new Map<string, Prefix>()
  for (const glob of paths ?? [[]]) {
    const wild = glob.findIndex(segment => segment.includes('*'))
    const fixed = wild < 0 ? glob : glob.slice(0, wild)
    const key = fixed.map(segment => `/${segment}`).join('')
    keys.set(key, { key, length: fixed.length })
  }
  return [...keys.values()]
}

/**
 * Every entry that lists `host` and whose path may cover `path`, those with the longer beginning first; `undefined` where
 * nothing at all lists the host.
 *
 *  - `*.example.org` lists `a.b.example.org`, not `example.org` and not `badexample.org`.
 *  - An address literal and a host with an `xn--` label are listed exactly or not at all.
 */
export function entriesFor<Entry>(
  { exact, below, depth }: HostIndex<Entry>,
  host: string,
  path: readonly string[] = [],
): readonly Entry[] | undefined {
  const keys = keysFor(path, depth)
  const found: (readonly Entry[])[] = []
  const collect = (map: ReadonlyMap<string, readonly Entry[]>, domain: string): void => {
    if (!map.has(domain)) return
    for (const key of keys) {
      const list = map.get(domain + key)
      if (list !== undefined) found.push(list)
    }
  }
  collect(exact, host)
  if (below.size > 0 && !isIpLiteral(host) && !hasPunycodeLabel(host)) {
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) collect(below, host.slice(dot + 1))
  }
  if (found.length === 0) return undefined
  return found.length === 1 ? found[0] : found.flat()
}

/** What the keys for a path end in, the longest first. No host holds a slash, so no two places share a key. */
function keysFor(path: readonly string[], depth: number): readonly string[] {
  const keys = ['']
  let key = ''
  for (const segment of path.slice(0, depth)) {
    key += `/${segment}`
    keys.unshift(key)
  }
  return keys
}
