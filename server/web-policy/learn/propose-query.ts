import type { NamedValue } from '#shared/policy/named-values.ts'
import { fitsValueForm, isTerm, MAX_TERM_LENGTH, type ValueForm } from '#shared/policy/query-form.ts'

const MOST_VALUES = 10
const LONGEST_VALUE = 200
const SHORTEST_SLUG = 16

export type ProposedQuery = 'none' | Record<string, ValueForm>

/** The narrowest form for each parameter that was seen. `odd` names those for which no form exists but their very values. */
export function proposeQuery(queries: readonly (readonly NamedValue[])[]): {
  readonly query: ProposedQuery
  readonly odd: readonly string[]
} {
  const values = new Map<string, Set<string>>()
  for (const { name, value } of queries.flat()) values.set(name, (values.get(name) ?? new Set()).add(value))
  if (values.size === 0) return { query: 'none', odd: [] }
  const odd: string[] = []
  const query: Record<string, ValueForm> = {}
  for (const [name, seen] of values) {
    const form = formOf([...seen])
    if (form === undefined) odd.push(name)
    else query[name] = form
  }
  return { query, odd }
}

function formOf(values: readonly string[]): ValueForm | undefined {
  const longest = Math.max(...values.map(value => value.length))
  const candidates: readonly ValueForm[] = [
    { type: 'int', max: bound(values) },
    { type: 'slug', max: Math.min(64, Math.max(SHORTEST_SLUG, longest)) },
  ]
  const narrow = candidates.find(form => values.every(value => value !== '' && fitsValueForm(form, value)))
  if (narrow !== undefined) return narrow
  if (values.every(isTerm)) return { type: 'text', max: Math.min(MAX_TERM_LENGTH, Math.max(40, longest)) }
  const isList = values.length <= MOST_VALUES && longest <= LONGEST_VALUE
  return isList ? { type: 'text', values: [...values] } : undefined
}

/** A power of ten above all values: 7 pages seen may be 12 tomorrow. */
function bound(values: readonly string[]): number {
  return 10 ** Math.min(9, Math.max(2, ...values.map(value => value.length)))
}
