import { hasPunycodeLabel, isIpLiteral, wildcardDomain } from './host-pattern.ts'
import type { PathGlob } from './path-glob.ts'

/** What an entry is found by: its host patterns, and its paths where it narrows them. */
export interface Listed {
  readonly hosts: readonly string[]
  readonly paths?: readonly PathGlob[] | undefined
}

/**
 * Finds what may be listed for an address without looking at the rest: one look-up for the exact host and each domain above
 * it, and where one is listed, one for each segment of the path, no more than the longest path that begins without a
 * wildcard. What it takes does not grow with the number of rules, unless they share host and beginning.
 */
export interface HostIndex<Entry> {
  readonly exact: ReadonlyMap<string, Bucket<Entry>>
  /** By the domain that a wildcard stands before. */
  readonly below: ReadonlyMap<string, Bucket<Entry>>
  /** What was found for hosts that were asked for last. Changes no answer. */
  readonly known: Map<string, readonly Bucket<Entry>[]>
}

/** More hosts than a day of visits has. */
const MOST_KNOWN = 1000

/** What is listed at one host, or below one domain. */
interface Bucket<Entry> {
  /** Those whose path may begin with anything. */
  readonly anywhere: Entry[]
  /** By the segments of a path up to its first wildcard. */
  readonly byBeginning: Map<string, Entry[]>
  /** In segments, the longest of these. */
  depth: number
}

/** Indexes entries under each of their host patterns and paths; those found at one place keep their order. */
export function indexByHost<Entry extends Listed>(entries: readonly Entry[]): HostIndex<Entry> {
  const exact = new Map<string, Bucket<Entry>>()
  const below = new Map<string, Bucket<Entry>>()
  for (const entry of entries) {
    const beginnings = beginningsOf(entry)
    for (const pattern of new Set(entry.hosts)) {
      const domain = wildcardDomain(pattern)
      const bucket = bucketAt(domain === undefined ? exact : below, domain ?? pattern)
      for (const [key, length] of beginnings) addTo(bucket, entry, { key, length })
    }
  }
  return { exact, below, known: new Map() }
}

function bucketAt<Entry>(map: Map<string, Bucket<Entry>>, host: string): Bucket<Entry> {
  const bucket = map.get(host) ?? { anywhere: [], byBeginning: new Map<string, Entry[]>(), depth: 0 }
  map.set(host, bucket)
  return bucket
}

function addTo<Entry>(bucket: Bucket<Entry>, entry: Entry, { key, length }: { key: string; length: number }): void {
  bucket.depth = Math.max(bucket.depth, length)
  const listed = length === 0 ? bucket.anywhere : bucket.byBeginning.get(key)
  if (listed === undefined) bucket.byBeginning.set(key, [entry])
  else listed.push(entry)
}

/** What each path begins with before its first wildcard, and how many segments that is. */
function beginningsOf({ paths }: Listed): ReadonlyMap<string, number> {
  const beginnings = new Map<string, number>()
  for (const glob of paths ?? [[]]) {
    const wild = glob.findIndex(segment => segment.includes('*'))
    const fixed = wild < 0 ? glob : glob.slice(0, wild)
    beginnings.set(fixed.map(segment => `/${segment}`).join(''), fixed.length)
  }
  return beginnings
}

/**
 * Every entry that lists `host` and whose path may cover that of `place`, at each host those with the longer beginning first;
 * `undefined` where nothing at all lists the host.
 *
 *  - `*.example.org` lists `a.b.example.org`, not `example.org` and not `badexample.org`.
 *  - An address literal and a host with an `xn--` label are listed exactly or not at all.
 */
export function entriesFor<Entry>(
  index: HostIndex<Entry>,
  host: string,
  place: Located = nowhere,
): readonly Entry[] | undefined {
  const buckets = bucketsFor(index, host)
  const first = buckets[0]
  if (first === undefined) return undefined
  return buckets.length === 1 ? entriesIn(first, place) : buckets.flatMap(bucket => entriesIn(bucket, place))
}

/** What has a path, which is asked for only where an entry depends on it. */
export interface Located {
  readonly path: readonly string[]
}

const nowhere: Located = { path: [] }

/** The buckets of a host, the exact one first. Remembered: a visit asks few hosts many times. */
function bucketsFor<Entry>({ exact, below, known }: HostIndex<Entry>, host: string): readonly Bucket<Entry>[] {
  const remembered = known.get(host)
  if (remembered !== undefined) return remembered
  const buckets = [exact.get(host)]
  if (!isIpLiteral(host) && !hasPunycodeLabel(host)) {
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      buckets.push(below.get(host.slice(dot + 1)))
    }
  }
  const found = buckets.filter(bucket => bucket !== undefined)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(host, found)
  return found
}

function entriesIn<Entry>({ anywhere, byBeginning, depth }: Bucket<Entry>, place: Located): readonly Entry[] {
  if (depth === 0) return anywhere
  const lists = [anywhere]
  let key = ''
  for (const segment of place.path.slice(0, depth)) {
    key += `/${segment}`
    const list = byBeginning.get(key)
    if (list !== undefined) lists.unshift(list)
  }
  return lists.length === 1 ? anywhere : lists.flat()
}
