import type { Language } from '#shared/contracts/language.ts'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { TimeZoneProvider } from '../format-context.tsx'
import { createTexts } from '../i18n.ts'

/** Gives what is rendered in a test the texts of a language (English) and a time zone. */
export function TextsForTests({
  children,
  language = 'en',
}: {
  readonly children: ReactNode
  readonly language?: Language
}) {
  const texts = useMemo(() => createTexts(language), [language])
  return (
    <I18nextProvider i18n={texts}>
      <TimeZoneProvider timeZone="Europe/Brussels">{children}</TimeZoneProvider>
    </I18nextProvider>
  )
}
