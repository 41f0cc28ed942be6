import type { CompiledDenial } from './compile-policy.ts'
import { type NamedValue, parseNamedValues } from './named-values.ts'
import { matchesPath } from './path-glob.ts'
import { fitsValueForm } from './query-form.ts'
import type { ReadRequest } from './read-request.ts'
import type { DenyEntry } from './rule-schema.ts'

/**
 * Whether a deny entry covers a request.
 *
 *  - What the entry leaves out does not narrow it: not the scheme, not the port, not the method, not the type.
 *  - Its paths cover every case of their letters and a trailing slash, because many servers make no difference.
 *  - `query` and `fields` cover a request that carries any of the names, at whatever depth; `maxBodyBytes` one that
 *    carries more.
 *  - `initiators` does not narrow it: which pages are a site's follows from its rules, so a rule added there would make
 *    the entry cover more, and turn a grant into a denial.
 *  - What cannot be seen of the request is taken as covered.
 */
export function isDenied(denial: CompiledDenial, request: ReadRequest): boolean {
  const { entry } = denial
  const { address } = request
  return (
    includes(entry.schemes, address.scheme) &&
    includes(entry.ports, address.port) &&
    includes(entry.types, request.type) &&
    includes(entry.methods, request.method) &&
    coversPath(denial, address.path) &&
    coversQuery(entry, address.query, request.query) &&
    coversBody(entry, request)
  )
}

function includes<Item>(listed: readonly Item[] | undefined, item: Item | string): boolean {
  return listed === undefined || listed.some(one => one === item)
}

function coversPath({ paths }: CompiledDenial, path: readonly string[]): boolean {
  if (paths === undefined) return true
  const folded = path.map(segment => segment.toLowerCase())
  const withoutSlash = folded.length > 1 && folded.at(-1) === '' ? folded.slice(0, -1) : folded
  return paths.some(glob => matchesPath(glob, folded) || matchesPath(glob, withoutSlash))
}

function coversQuery({ query }: DenyEntry, text: string, values: readonly NamedValue[]): boolean {
  if (query === undefined) return true
  if (query === 'none') return values.length === 0
  // Some servers part parameters at `;` as well.
  const parted = text.includes(';') ? (parseNamedValues(text.replaceAll(';', '&')) ?? values) : values
  if (Array.isArray(query)) return parted.some(({ name }) => includesName(query, name))
  return Object.entries(query).some(([listed, form]) =>
    parted.some(({ name, value }) => includesName([listed], name) && fitsValueForm(form, value)),
  )
}

function coversBody({ contentTypes, fields, maxBodyBytes }: DenyEntry, { body }: ReadRequest): boolean {
  if (contentTypes === undefined && fields === undefined && maxBodyBytes === undefined) return true
  if (body === undefined) return false
  return (
    (body.type === undefined || includes(contentTypes, body.type)) &&
    (maxBodyBytes === undefined || body.bytes > maxBodyBytes) &&
    (fields === undefined || body.fields === undefined || body.fields.some(({ name }) => includesName(fields, name)))
  )
}

function includesName(listed: readonly string[], name: string): boolean {
  const parts = partsOf(name)
  return listed.some(one => holdsRun(parts, partsOf(one)))
}

/** A name without the marks of nesting, in which servers differ: `filter[city][]` and `Filter.City` are the same here. */
function partsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[.[\]]+/)
    .filter(part => part !== '')
}

/** So `to` covers `to`, `to[]`, `to.name` and `mail[to]`. */
function holdsRun(parts: readonly string[], run: readonly string[]): boolean {
  return parts.some((_part, start) => run.every((part, at) => parts[start + at] === part))
}
