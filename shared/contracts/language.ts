import { z } from 'zod'
import { languages } from './languages.ts'

export { languages }

export const languageSchema = z.enum(languages)
export type Language = z.output<typeof languageSchema>

/** A text the prison publishes, in every language. */
export const localTextSchema = z.strictObject({
  fr: z.string(),
  nl: z.string(),
  de: z.string(),
  en: z.string(),
})
export type LocalText = z.output<typeof localTextSchema>
