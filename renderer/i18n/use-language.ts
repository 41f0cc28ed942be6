import { type Language, languageSchema, type LocalText } from '#shared/contracts/language.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** The language of the screen, and how to change it. */
export function useLanguage(): { readonly language: Language; readonly changeLanguage: (next: Language) => void } {
  const { i18n } = useTranslation()
  const changeLanguage = useCallback(
    (next: Language) => {
      void i18n.changeLanguage(next)
    },
    [i18n],
  )
  return { language: languageSchema.catch('en').parse(i18n.language), changeLanguage }
}

/** Picks the words of a published text in the language of the screen. */
export function useLocalText(): (text: LocalText) => string {
  const { language } = useLanguage()
  return useCallback(text => text[language], [language])
}
