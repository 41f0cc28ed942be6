import { z } from 'zod'

const LINE_FEED = 0x0a

/**
 * What a person types is data for ever. Three kinds of characters are not words: lone surrogates (half a
 * character, which many parsers mangle), control characters (terminals and logs act on them), and
 * bidirectional controls (they make a line read otherwise than it is stored: Unicode TR36 §2.10).
 */
function isReadable(codePoint: number): boolean {
  if (codePoint === LINE_FEED) return true
  const isControl = codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)
  const isLoneSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
  const isBidiMark = codePoint === 0x061c || codePoint === 0x200e || codePoint === 0x200f
  const isBidiControl = (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069)
  return !isControl && !isLoneSurrogate && !isBidiMark && !isBidiControl
}

/** Whether `text` holds only characters a person can read, with line feeds as the only control. */
export function isPersonText(text: string): boolean {
  // Iterating a string yields whole characters; a surrogate met alone is a lone one.
  for (const character of text) if (!isReadable(character.codePointAt(0) ?? 0)) return false
  return true
}

/** Drops what `isPersonText` refuses, so that a paste or an odd keyboard never blocks a person. */
export function cleanTyped(text: string): string {
  // Whole characters at a time: half of one alone is what is dropped here.
  return Array.from(text.replaceAll('\r\n', '\n').replaceAll('\t', ' ')).filter(isPersonText).join('')
}

/** A text typed by a person, at most `max` characters long, an emoji of one code point counting one. */
export function personTextSchema(max: number): z.ZodType<string> {
  return z.string().max(max).refine(isPersonText, { error: 'holds characters that are not text' })
}
