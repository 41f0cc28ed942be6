import { createContext, type ReactNode, use, useMemo } from 'react'
import { createFormat, type Format } from './format.ts'
import { useLanguage } from './use-language.ts'

const TimeZoneContext = createContext('Europe/Brussels')

/** Makes the prison's time zone known to every date below it. */
export function TimeZoneProvider({ timeZone, children }: { readonly timeZone: string; readonly children: ReactNode }) {
  return <TimeZoneContext value={timeZone}>{children}</TimeZoneContext>
}

/** Writes money and moments in the language of the screen and the time zone of the prison. */
export function useFormat(): Format {
  const { language } = useLanguage()
  const timeZone = use(TimeZoneContext)
  return useMemo(() => createFormat(language, timeZone), [language, timeZone])
}
