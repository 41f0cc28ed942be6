import { z } from 'zod'
import { hasRepeatedName, type NamedValue } from './named-values.ts'
import { isMethodOverride } from './request-methods.ts'

/** A query parameter or body field a policy may name. Names that ask for another method are not among them. */
export const fieldNameSchema = z
  .string()
  .regex(/^[\w.[\]~-]{1,64}$/, {
    error:
      'a name is 1 to 64 letters, digits or . _ - ~ [ ]; what is nested is named by its path, as filter.city or tags[]',
  })
  .refine(name => !isMethodOverride(name), { error: 'a name that changes the method is never granted' })

/** `max` is the largest number of an `int`, and the longest length in characters of a `slug` or a `text`. */
export const valueFormSchema = z.strictObject({
  type: z.enum(['int', 'slug', 'text']),
  max: z.int().min(0).max(1_000_000_000).optional(),
  values: z.array(z.string().max(200)).min(1).optional(),
})
export type ValueForm = z.output<typeof valueFormSchema>

/** Letters of every script, because people search in their own; nothing an address, a key or a code is made of. */
const TEXT = /^[\p{L}\p{M}\p{N} '’.,&+#-]*$/u
/** In characters, the longest search term; anything longer is a text. */
export const MAX_TERM_LENGTH = 80

const defaultMax = { int: 100_000, slug: 64, text: MAX_TERM_LENGTH } as const

const SLUG = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/i
/** One spelling a number: leading zeros would carry a message. */
const INT = /^(?:0|[1-9][0-9]{0,14})$/

/** Whether a value is what people search by: a word or a few, a number, a yes or no, a slug. */
export function isTerm(value: string): boolean {
  return (
    value.length <= 2 * MAX_TERM_LENGTH && isShort(value, MAX_TERM_LENGTH) && (TEXT.test(value) || SLUG.test(value))
  )
}

/**
 * Whether a parameter's value is one that the policy foresees. With `values`, only those. With `isFree`, a text may hold
 * any sign that can be read, on one line.
 */
export function fitsValueForm(form: ValueForm, value: string, isFree = false): boolean {
  if (form.values !== undefined) return form.values.includes(value)
  const max = form.max ?? defaultMax[form.type]
  if (form.type === 'int') return INT.test(value) && Number(value) <= max
  if (!isShort(value, max)) return false
  return form.type === 'slug' ? SLUG.test(value) : isFree || TEXT.test(value)
}

function isShort(value: string, max: number): boolean {
  return value.length <= max || Array.from(value).length <= max
}

/** What a rule lets stand in the query; a `Map` to `undefined` names a parameter and leaves its value open. */
export type QueryForm = 'any' | ReadonlyMap<string, ValueForm | undefined>

/**
 * Whether a query is one that a rule grants.
 *
 *  - A rule that names its parameters takes each at most once, but a list (`tags[]`), and no other; `;` is no separator and not granted.
 *  - The order of parameters means nothing.
 */
export function fitsQueryForm(form: QueryForm, { address, query: values }: QueryOf, isFree = false): boolean {
  if (form === 'any') return true
  if (address.query.includes(';') || hasRepeatedName(values)) return false
  return values.every(({ name, value }) => {
    const valueForm = form.get(name)
    return form.has(name) && (valueForm === undefined || fitsValueForm(valueForm, value, isFree))
  })
}

/** A query as it is written and as it was read. */
interface QueryOf {
  readonly address: { readonly query: string }
  readonly query: readonly NamedValue[]
}
