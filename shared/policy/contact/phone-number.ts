// The numbers people write: +32 475 12 34 56, 0032475123456, 0475/12.34.56, 02 123 45 67, (030) 123-4567. What is no
// number to call often looks alike: dates, times, versions, article numbers. Those are taken out first, or told by shape.

/** A day or a time of day, however it is parted; not where more figures follow. */
const CALENDAR = [
  /(?<![\d.-])(?:19|20)\d{2}(?<part>[-/.]?)(?:0[1-9]|1[0-2])\k<part>(?:0[1-9]|[12]\d|3[01])(?!\d|[-/.]\d)/g,
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])(?<part>[-/. ]?)(?:0[1-9]|1[0-2])\k<part>(?:19|20)\d{2}(?!\d|[-/.]\d)/g,
  /(?<![\d:])(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d(?:[.,]\d{1,6})?)?(?!\d|:\d)/g,
]

/** What a number is announced by, written on. */
const LABEL = /(?<!\p{L})(?:tel|tél|gsm|mob|fax|t)\.?(?=[+(0])/gu

/** Where no number goes on. */
const BREAK = ' | '

/** Figures, and what people put between them. */
const NUMERIC = /^[+(]*\d[\d()./-]*$/
/** `0.8234…` is a fraction, `0.12.3` a version. */
const FRACTION = '0.'
const ISBN10 = /^0-\d{1,7}-\d{1,7}-[\dx]$/

const INTERNATIONAL = { start: /^\+[1-9]/, min: 8, max: 15 }
const INTERNATIONAL_ZEROS = { start: /^00[1-9]/, min: 10, max: 17 }
const NATIONAL = { start: /^0[1-9]/, min: 8, max: 11 }
const shapes = [INTERNATIONAL, INTERNATIONAL_ZEROS, NATIONAL]

const MOST_SIGNS = INTERNATIONAL_ZEROS.max

/** Whether a folded text holds a number that can be called. A plain number without a leading 0 or + is an id. */
export function holdsPhoneNumber(folded: string): boolean {
  if (!/\d/.test(folded)) return false
  const words = CALENDAR.reduce((text, pattern) => text.replaceAll(pattern, BREAK), folded)
    .replaceAll(LABEL, ' ')
    .replaceAll('(0)', ' ')
    .replaceAll(/[,;!?"'<>|=&]/g, BREAK)
    .replaceAll(/ [-/.] /g, ' ')
    .split(/[ :]+/)
    .map(word => word.replace(/[).-]+$/, ''))
  return words.some((_word, index) => startsNumber(words, index))
}

/** Whether the words from `index` on are a number that begins there: figures may go on over spaces. */
function startsNumber(words: readonly string[], index: number): boolean {
  const first = words[index] ?? ''
  if (!NUMERIC.test(first) || first.startsWith(FRACTION) || ISBN10.test(first)) return false
  let written = ''
  for (let at = index; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!NUMERIC.test(word)) return false
    written += word.replaceAll(/[()./-]/g, '')
    if (written.length > MOST_SIGNS) return false
    if (hasShape(written)) return true
  }
  return false
}

function hasShape(written: string): boolean {
  const digits = written.replaceAll('+', '').length
  return shapes.some(({ start, min, max }) => digits >= min && digits <= max && start.test(written))
}
