import { isReadableValue, type NamedValue } from './named-values.ts'
import { repeatedKey } from './repeated-key.ts'

/** Deeper than any search form; what is deeper is not read. */
const MAX_DEPTH = 8

/**
 * Reads a JSON body as its leaves, each named by its path, or answers `undefined`.
 *
 *  - `{"filter":{"city":"Gent"},"tags":["a","b"]}` is `filter.city`, `tags[]` and `tags[]`.
 *  - An empty object counts as a value of its own name, an empty list as one of its elements: an unforeseen key is seen
 *    even where nothing is in it.
 *  - A key that is empty or holds `.`, `[` or `]` could be taken for a path and makes the body unreadable, as does a key
 *    written twice, a body that is no object, and anything more than eight deep.
 */
export function readJsonFields(body: string): readonly NamedValue[] | undefined {
  const parsed = parseJson(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const fields: NamedValue[] = []
  return collect(parsed, '', { fields, depth: 0 }) ? fields : undefined
}

interface Walk {
  readonly fields: NamedValue[]
  readonly depth: number
}

/** Adds the leaves below `name`; answers whether all of them could be read. */
function collect(value: unknown, name: string, { fields, depth }: Walk): boolean {
  if (typeof value !== 'object' || value === null) {
    const text = String(value)
    fields.push({ name, value: text })
    return isReadableValue(text)
  }
  if (depth >= MAX_DEPTH) return false
  const inside = { fields, depth: depth + 1 }
  if (Array.isArray(value)) {
    if (value.length === 0) fields.push({ name: `${name}[]`, value: '' })
    return value.every(item => collect(item, `${name}[]`, inside))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 && name !== '') fields.push({ name, value: '' })
  return entries.every(([key, item]) => isPlainKey(key) && collect(item, name === '' ? key : `${name}.${key}`, inside))
}

function isPlainKey(key: string): boolean {
  return key !== '' && !/[.[\]\n]/.test(key) && isReadableValue(key)
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return repeatedKey(text) === undefined ? parsed : undefined
  } catch {
    return undefined
  }
}
