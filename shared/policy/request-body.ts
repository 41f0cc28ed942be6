import type { BodyForm } from './content-type.ts'
import { readJsonFields } from './json-fields.ts'
import { readMultipartFields } from './multipart-fields.ts'
import { hasRepeatedName, type NamedValue, parseNamedValues } from './named-values.ts'

/** In bytes, the most a rule may grant. A search form needs a few hundred. */
export const MAX_BODY_BYTES = 65_536

/** How long `text` is on the wire, in bytes of UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/**
 * Reads the fields of a body, or answers `undefined` where two readers could disagree on them.
 *
 *  - JSON is one object; what is nested in it is named by its path (`readJsonFields`).
 *  - A body in parts holds texts, never files (`readMultipartFields`).
 *  - A name that occurs twice and is no list (`tags[]`), a `;` that some servers split at, or a control character makes a
 *    body unreadable.
 */
export function readBody(form: BodyForm, body: string): readonly NamedValue[] | undefined {
  const fields = fieldsOf(form, body)
  return fields === undefined || hasRepeatedName(fields) ? undefined : fields
}

function fieldsOf(form: BodyForm, body: string): readonly NamedValue[] | undefined {
  if (form.type === 'multipart/form-data') return readMultipartFields(form.boundary, body)
  if (form.type === 'application/json') return readJsonFields(body)
  return body.includes(';') ? undefined : parseNamedValues(body)
}
