import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { fr } from './fr/index.ts'
import { nl } from './nl/index.ts'

export const resources = { fr, nl, de, en } as const satisfies Record<Language, unknown>

/**
 * Every text of the kiosk, ready at once: nothing is loaded, so a first screen is never without words.
 *
 *  - `<html lang>` follows the language, now and after every change, for screen readers and hyphenation.
 *  - Values put into a text are not escaped here: React renders text as text.
 */
export function createTexts(language: Language): i18n {
  const texts = createInstance()
  texts.on('languageChanged', next => {
    document.documentElement.lang = next
  })
  void texts.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: 'en',
    ns: Object.keys(en),
    defaultNS: 'common',
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return texts
}
