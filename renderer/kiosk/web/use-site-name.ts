import { useLanguage } from '#renderer/i18n/use-language.ts'
import type { WebSite } from '#shared/contracts/bridge.ts'
import { useCallback } from 'react'

/** A site's name in the language of the screen, else in whatever language it has one, else its host. */
export function useSiteName(): (site: WebSite) => string {
  const { language } = useLanguage()
  return useCallback(({ names, host }) => names[language] ?? Object.values(names)[0] ?? host, [language])
}
