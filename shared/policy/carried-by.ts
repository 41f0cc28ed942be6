import type { Carried } from './budget.ts'
import type { CompiledPolicy, CompiledRule } from './compile-policy.ts'
import type { Grant } from './evaluate-request.ts'
import { wildcardDomain } from './host-pattern.ts'
import type { NamedValue } from './named-values.ts'
import { matchesPath, type PathGlob } from './path-glob.ts'
import type { PolicyRequest } from './policy-request.ts'
import type { QueryForm } from './query-form.ts'
import { readRequest, type ReadRequest } from './read-request.ts'

/** More than any budget: of what is carried, nobody can say how much it is. */
const boundless: Carried = { query: Infinity, path: Infinity }

/**
 * Counts what a granted request carries beyond what its rule fixes.
 *
 *  - In the query and the body: each value; one for a value out of a list the rule gives; names as well where the rule
 *    names none; all of a body that is only announced.
 *  - In the address: what stands where the rule has a wildcard, in host and path, and each segment more.
 *  - What is spelled in more characters than it needs (`%61` for `a`) counts what it is longer.
 *  - An address that the rule spells out carries nothing. What is not granted by that rule is more than any budget.
 */
export function carriedBy(policy: CompiledPolicy, grant: Grant, request: PolicyRequest): Carried {
  const rule = policy.byId.get(grant.ruleId)
  const read = readRequest(request)
  if (rule === undefined || typeof read === 'string' || !read.hasReadableQuery) return boundless
  return { query: inQuery(rule, read) + inBody(read), path: inHost(rule, read) + inPath(rule, read) }
}

function inQuery({ query: form }: CompiledRule, { address, query }: ReadRequest): number {
  return sum(query.map(value => inValue(form, value))) + excess(address.query, query.flatMap(namedText))
}

function namedText({ name, value }: NamedValue): readonly string[] {
  return [name, value]
}

function inValue(form: QueryForm, { name, value }: NamedValue): number {
  if (form === 'any') return length(name) + length(value)
  return form.get(name)?.values === undefined ? Math.max(1, length(value)) : 1
}

function inBody({ body }: ReadRequest): number {
  if (body === undefined) return 0
  if (body.fields === undefined) return body.bytes
  return sum(body.fields.map(({ value }) => Math.max(1, length(value))))
}

function inHost({ hosts }: CompiledRule, { address: { host } }: ReadRequest): number {
  if (hosts.includes(host)) return 0
  const fixed = hosts.map(wildcardDomain).filter(domain => domain !== undefined && host.endsWith(`.${domain}`))
  return host.length - Math.max(...fixed.map(domain => (domain?.length ?? 0) + 1))
}

function inPath({ paths }: CompiledRule, { address: { path, href } }: ReadRequest): number {
  const free = paths.filter(glob => matchesPath(glob, path)).map(glob => beyond(glob, path))
  const written = href.includes('%') ? new URL(href).pathname : ''
  return Math.max(0, Math.min(...free)) + excess(written, path)
}

/** Each fixed character of a pattern is met exactly once, so what is left was free. */
function beyond(glob: PathGlob, path: readonly string[]): number {
  const letters = lengthOf(path) - lengthOf(glob.map(segment => segment.replaceAll('*', '')))
  return letters + Math.max(0, path.length - glob.filter(segment => segment !== '**').length)
}

/** How much longer `written` is than its parts need, when each is encoded as browsers encode. */
function excess(written: string, parts: readonly string[]): number {
  if (!written.includes('%')) return 0
  const signs = written.replaceAll(/[^/&=]/g, '').length
  return Math.max(0, written.length - signs - sum(parts.map(part => encodeURIComponent(part).length)))
}

function lengthOf(texts: readonly string[]): number {
  return sum(texts.map(length))
}

/** In characters: what takes two places in a string is one. */
function length(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
