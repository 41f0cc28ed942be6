import { isPersonText } from '../text/person-text.ts'

/** What marks a name as one of a list. */
const LIST = '[]'

export interface NamedValue {
  readonly name: string
  readonly value: string
}

/** Letters, digits and signs of ASCII: most of what is sent, and all of it readable. */
const PRINTABLE = /^[ -~]*$/
/** The same without what stands for something else: a space, a per cent sign, a plus. */
const AS_WRITTEN = /^[!-$&-*,-~]*$/

const none: readonly NamedValue[] = []

/**
 * Reads `a=1&b=2`, the form of a query and of an urlencoded body, in order and with repetitions.
 *
 * Answers `undefined` where two parsers could disagree: a stray per cent sign, invalid UTF-8, control characters.
 * A line break is a value's only control, and only as `\r\n` or `\n`.
 */
export function parseNamedValues(text: string): readonly NamedValue[] | undefined {
  if (text === '') return none
  const read = AS_WRITTEN.test(text) ? asWritten : decodePart
  const values: NamedValue[] = []
  for (let start = 0; start <= text.length;) {
    const and = text.indexOf('&', start)
    const end = and < 0 ? text.length : and
    const equals = text.indexOf('=', start)
    const cut = equals < 0 || equals > end ? end : equals
    if (end > start) {
      const name = read(text.slice(start, cut))
      const value = read(text.slice(Math.min(cut + 1, end), end))
      if (name === undefined || value === undefined || name.includes('\n')) return undefined
      values.push({ name, value })
    }
    start = end + 1
  }
  return values
}

/**
 * Whether a name occurs twice, which servers settle in four different ways. A list (`tags[]`, `items[].name`) may occur as
 * often as it likes, but not beside a plain name that many servers take for the same (`tags`).
 */
export function hasRepeatedName(values: readonly NamedValue[]): boolean {
  const plain = values.filter(({ name }) => !name.includes(LIST))
  const names = new Set(plain.map(({ name }) => name))
  return names.size !== plain.length || values.some(({ name }) => name.endsWith(LIST) && names.has(name.slice(0, -2)))
}

/** Whether a decoded value holds nothing but what a person could have typed. */
export function isReadableValue(value: string): boolean {
  return PRINTABLE.test(value) || isPersonText(value.replaceAll('\r\n', '\n'))
}

function asWritten(part: string): string {
  return part
}

function decodePart(part: string): string | undefined {
  if (AS_WRITTEN.test(part)) return part
  try {
    const decoded = decodeURIComponent(part.replaceAll('+', ' '))
    return isReadableValue(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}
