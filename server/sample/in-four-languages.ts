import type { LocalText } from '#shared/contracts/language.ts'

/** The same text four times, in the order the tables are written in. */
export type InFourLanguages = readonly [fr: string, nl: string, de: string, en: string]

export function inFourLanguages([fr, nl, de, en]: InFourLanguages): LocalText {
  return { fr, nl, de, en }
}
