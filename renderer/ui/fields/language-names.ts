import type { Language } from '#shared/contracts/language.ts'

/** Each language in its own words: the one text that is never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  fr: 'Français',
  nl: 'Nederlands',
  de: 'Deutsch',
  en: 'English',
}
