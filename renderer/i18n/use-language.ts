import type { Language, LocalText } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
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
  return { language: languages.find(language => language === i18n.language) ?? 'en', changeLanguage }
}

/** Picks the words of a published text in the language of the screen. */
export function useLocalText(): (text: LocalText) => string {
  const { language } = useLanguage()
  return useCallback(text => text[language], [language])
}
