import { hasRepeatedName, isReadableValue, type NamedValue, parseNamedValues } from './named-values.ts'
import { repeatedKey } from './repeated-key.ts'

/** The bodies a gate can read field by field. No other may be granted. */
export const bodyTypes = ['application/x-www-form-urlencoded', 'application/json'] as const
export type BodyType = (typeof bodyTypes)[number]

/** In bytes, the most a rule may grant. A search form needs a few hundred. */
export const MAX_BODY_BYTES = 65_536

/** The body type a `Content-Type` header names, or `undefined` where it is another, or says more than UTF-8. */
export function bodyTypeOf(contentType: string | undefined): BodyType | undefined {
  const [essence = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const isPlain = parameters.every(parameter => /^\s*charset\s*=\s*(?:utf-8|"utf-8")\s*$/.test(parameter))
  return isPlain ? bodyTypes.find(type => type === essence.trim()) : undefined
}

/** How long `text` is on the wire, in bytes of UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/**
 * Reads the fields of a body, or answers `undefined` where the body is not one plain list of fields.
 *
 *  - A JSON body is one flat object of texts, numbers, booleans and nulls; nothing is nested.
 *  - A name that occurs twice, a `;` that some servers split at, or a control character makes it unreadable.
 */
export function readBody(type: BodyType, body: string): readonly NamedValue[] | undefined {
  const fields = type === 'application/json' ? readFlatJson(body) : readUrlEncoded(body)
  return fields === undefined || hasRepeatedName(fields) ? undefined : fields
}

function readUrlEncoded(body: string): readonly NamedValue[] | undefined {
  return body.includes(';') ? undefined : parseNamedValues(body)
}

function readFlatJson(body: string): readonly NamedValue[] | undefined {
  const parsed = parseJson(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const fields: NamedValue[] = []
  for (const [name, value] of Object.entries(parsed) as [string, unknown][]) {
    if (typeof value === 'object' && value !== null) return undefined
    const text = String(value)
    if (!isReadableValue(name) || !isReadableValue(text)) return undefined
    fields.push({ name, value: text })
  }
  return fields
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return repeatedKey(text) === undefined ? parsed : undefined
  } catch {
    return undefined
  }
}
