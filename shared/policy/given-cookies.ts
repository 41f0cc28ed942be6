import { nameIn, readSetCookie, scopesOf } from './set-cookie-line.ts'

/*
 * Threat: a script of an approved page writes what a person typed into `document.cookie`, and the browser carries it to the
 * site with whatever is read next. No browser can be told to keep scripts from writing cookies, and none says who wrote
 * one. So what goes out is held against what came in.
 */

/** How many values of one name are known: those asked for at the same time may come back in any order. */
export const MOST_VALUES = 8
/** How often one name may stand in a request: once for a host and once for a domain or a path. */
export const MOST_OF_A_NAME = 2
const MOST_NAMES = 60
const MOST_SCOPES = 50
/** In characters, each a byte. */
export const mostCharacters = { pair: 4096, name: 8192, scope: 32_768, all: 131_072 } as const

/** The cookies that sites gave to one browser. */
export interface GivenCookies {
  /** Remembers what the `Set-Cookie` lines of an answer of `host` give. */
  readonly remember: (host: string, lines: readonly string[]) => void
  /** Keeps what may go on of a `Cookie` header to `host`. */
  readonly keep: (host: string, header: string) => KeptCookies
  /** In characters: what is remembered. */
  readonly size: () => number
}

export interface KeptCookies {
  /** Left out where nothing may go on. */
  readonly header?: string
  /** How many cookies were left out that the site never gave. */
  readonly dropped: number
}

/** The newest pairs of each name, the name given last at the end. */
type Scope = Map<string, readonly string[]>

/**
 * Remembers what sites gave by `Set-Cookie`, and lets nothing else go back to them.
 *
 *  - A pair goes on only where the site gave it, name and value, to that host or to a domain above it.
 *  - What goes on is put in the order of its names, each pair once, each name twice at most: a script that puts given
 *    cookies in another order says nothing by it. Which of them are there it can choose.
 *  - Bounded in every direction; what was given longest ago is forgotten first, and then does not go on until it is
 *    given again.
 *
 * Held by the properties in `given-cookies.prop.test.ts`.
 */
export function createGivenCookies(): GivenCookies {
  const scopes = new Map<string, Scope>()
  return {
    remember: (host, lines) => {
      for (const line of lines) {
        const given = readSetCookie(host, line)
        if (given !== undefined && given.pair.length <= mostCharacters.pair) add(scopes, given.scope, given.pair)
      }
    },
    keep: (host, header) => {
      const here = scopesOf(host).flatMap(scope => scopes.get(scope) ?? [])
      const pairs = readHeader(header)
      const given = pairs.filter(({ name, pair }) => here.some(scope => scope.get(name)?.includes(pair) === true))
      const kept = inOrder(given)
      return { ...(kept.length > 0 && { header: kept.join('; ') }), dropped: pairs.length - given.length }
    },
    size: () => sum([...scopes.values()].map(sizeOf)),
  }
}

function add(scopes: Map<string, Scope>, at: string, pair: string): void {
  const scope = scopes.get(at) ?? new Map<string, readonly string[]>()
  const name = nameIn(pair)
  const pairs = [...(scope.get(name) ?? []).filter(known => known !== pair), pair].slice(-MOST_VALUES)
  while (charactersIn(pairs) > mostCharacters.name) pairs.shift()
  putLast(scope, name, pairs)
  while (scope.size > MOST_NAMES || sizeOf(scope) > mostCharacters.scope) forgetOldest(scope)
  putLast(scopes, at, scope)
  while (scopes.size > MOST_SCOPES || sum([...scopes.values()].map(sizeOf)) > mostCharacters.all) forgetOldest(scopes)
}

function putLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}

interface SentPair {
  readonly name: string
  readonly pair: string
}

function readHeader(header: string): SentPair[] {
  return header.split(';').flatMap(text => {
    const pair = text.trim()
    return pair === '' ? [] : [{ name: nameIn(pair), pair }]
  })
}

/** Sorting names keeps the order within one, in which a site may read which of two counts. */
function inOrder(given: readonly SentPair[]): string[] {
  const byName = new Map<string, readonly string[]>()
  for (const { name, pair } of given) {
    const kept = byName.get(name) ?? []
    if (kept.length < MOST_OF_A_NAME && !kept.includes(pair)) byName.set(name, [...kept, pair])
  }
  return [...byName.keys()].toSorted().flatMap(name => byName.get(name) ?? [])
}

function sizeOf(scope: Scope): number {
  return sum([...scope.values()].map(charactersIn))
}

function charactersIn(pairs: readonly string[]): number {
  return sum(pairs.map(({ length }) => length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
