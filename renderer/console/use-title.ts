import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from './navigation.tsx'

/** Says in the browser's tab which task this is. */
export function useTitle(place: Place): void {
  const { t } = useTranslation('console')
  const title = `${t(`nav.${place}`)} · ${t('title')}`
  useEffect(() => {
    document.title = title
  }, [title])
}
