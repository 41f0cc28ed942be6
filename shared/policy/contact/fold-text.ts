/** Signs that read as a full stop, in scripts and fonts that NFKC keeps apart. */
const FULL_STOPS = /[\u3002\u0701\u0702\u06d4\ua4f8\u2024]/g
/** Signs that read as a hyphen. */
const HYPHENS = /[\u2010-\u2015\u2212\ufe58\uff0d]/g
const DIGIT = /\p{Nd}/gu
/** Not even a space wide: they part letters for a machine and for nobody else. */
const INVISIBLE = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\p{Variation_Selector}]/gu

/** What each script counts from, where its digits are not folded by NFKC. */
const zeros = Array.from('٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐', zero => zero.codePointAt(0) ?? 0)

const ENCODED = /%[0-9a-f]{2}/i

/**
 * Writes a text the one way in which contact details are looked for: lower case, plain forms of wide and styled letters,
 * digits of every script as 0 to 9, one space between words, nothing invisible, and encoded once more at most twice.
 * Whoever reads it can read the original; this is never shown.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return decodeTwice(text)
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(FULL_STOPS, '.')
    .replaceAll(HYPHENS, '-')
    .replaceAll(DIGIT, plainDigit)
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
}

/** Nothing to fold but its case. */
const PLAIN = /^(?:[\w.,/:@+()[\]{}-]| (?! ))*$/

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find(one => code >= one && code <= one + 9)
  return zero === undefined ? digit : String(code - zero)
}

/** Sites put addresses inside addresses, encoded as often as they are nested. */
function decodeTwice(text: string): string {
  const once = decode(text)
  return once === text ? text : decode(once)
}

function decode(text: string): string {
  if (!ENCODED.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
