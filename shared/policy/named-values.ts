import { isPersonText } from '../text/person-text.ts'

/** What marks a name as one of a list. */
const LIST = '[]'

export interface NamedValue {
  readonly name: string
  readonly value: string
}

/**
 * Reads `a=1&b=2`, the form of a query and of an urlencoded body, in order and with repetitions.
 *
 * Answers `undefined` where two parsers could disagree: a stray per cent sign, invalid UTF-8, control characters.
 * A line break is a value's only control, and only as `\r\n` or `\n`.
 */
export function parseNamedValues(text: string): readonly NamedValue[] | undefined {
  const values: NamedValue[] = []
  for (const part of text.split('&')) {
    if (part === '') continue
    const cut = part.includes('=') ? part.indexOf('=') : part.length
    const name = decodePart(part.slice(0, cut))
    const value = decodePart(part.slice(cut + 1))
    if (name === undefined || value === undefined || name.includes('\n')) return undefined
    values.push({ name, value })
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
  return isPersonText(value.replaceAll('\r\n', '\n'))
}

function decodePart(part: string): string | undefined {
  if (/^[\w.-]*$/.test(part)) return part
  try {
    const decoded = decodeURIComponent(part.replaceAll('+', ' '))
    return isReadableValue(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}
