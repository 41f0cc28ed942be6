import { isPersonText } from '../text/person-text.ts'

/** In characters. Longer than any path worth listing, short enough that matching stays cheap. */
const MAX_PATTERN_LENGTH = 512

/** A path pattern cut at its slashes. `**` stands for any number of segments. */
export type PathGlob = readonly string[]

/** Says why `pattern` cannot stand in a policy, or `undefined` where it can. */
export function pathGlobProblem(pattern: string): string | undefined {
  if (!pattern.startsWith('/')) return 'a path starts with /'
  if (pattern.length > MAX_PATTERN_LENGTH) return `longer than ${MAX_PATTERN_LENGTH} characters`
  if (/[?#%\\;\n]/.test(pattern) || !isPersonText(pattern)) {
    return 'a path is written decoded, without ? # % \\ ; or control characters'
  }
  const segments = parsePathGlob(pattern)
  if (segments.some(segment => segment === '.' || segment === '..')) return 'a path holds no . or .. segment'
  if (segments.slice(0, -1).includes('')) return 'a path holds no empty segment'
  if (segments.some(segment => segment.includes('**') && segment !== '**')) return '** stands alone between slashes'
  return undefined
}

/** Cuts a pattern that `pathGlobProblem` has nothing against. */
export function parsePathGlob(pattern: string): PathGlob {
  return pattern.slice(1).split('/')
}

/**
 * Whether a parsed path lies under a pattern.
 *
 *  - Whole segments are compared, so `/jobs` covers neither `/jobs-old` nor `/jobs/1`; `/jobs/**` covers `/jobs` too.
 *  - `*` inside a segment stands for any run of characters; alone it needs at least one.
 *  - Time is at most pattern length × path length: there is no backtracking into an earlier wildcard.
 */
export function matchesPath(glob: PathGlob, path: readonly string[]): boolean {
  return matchesRuns(glob, path, isAnything, matchesSegment)
}

const ANYTHING = '**'

/** Whether a pattern is `/**`, so that no path has to be looked at. */
export function coversEverything(glob: PathGlob): boolean {
  return glob.length === 1 && glob[0] === ANYTHING
}

function isAnything(segment: string): boolean {
  return segment === ANYTHING
}

function matchesSegment(pattern: string, segment: string): boolean {
  if (pattern === '*') return segment !== ''
  if (!pattern.includes('*')) return pattern === segment
  return matchesRuns(Array.from(pattern), Array.from(segment), character => character === '*', Object.is)
}

/**
 * Matches with wildcards that stand for any run of items. Only the last wildcard met is ever extended: whatever an
 * earlier one could take, the later one can take as well.
 */
function matchesRuns(
  pattern: readonly string[],
  target: readonly string[],
  isRun: (item: string) => boolean,
  matchesItem: (pattern: string, item: string) => boolean,
): boolean {
  let at = 0
  let next = 0
  let lastRun = -1
  let resume = 0
  while (next < target.length) {
    const item = pattern[at]
    if (item !== undefined && isRun(item)) {
      lastRun = at
      resume = next
      at += 1
    } else if (item !== undefined && matchesItem(item, target[next] ?? '')) {
      at += 1
      next += 1
    } else if (lastRun >= 0) {
      at = lastRun + 1
      resume += 1
      next = resume
    } else return false
  }
  return pattern.slice(at).every(isRun)
}
