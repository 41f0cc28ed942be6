import type { WebSite } from '#shared/contracts/bridge.ts'
import type { Closure } from '#shared/contracts/closure.ts'
import { useTranslation } from 'react-i18next'
import { ClosedPage } from '../layout/closed/closed-page.tsx'
import { useSiteName } from './use-site-name.ts'

interface ClosedSiteProps {
  readonly site: WebSite
  readonly closure: Closure
  readonly onClose: () => void
}

/** One site that a warden closed; the others are open. */
export function ClosedSite({ site, closure, onClose }: ClosedSiteProps) {
  const { t } = useTranslation('closed')
  const siteName = useSiteName()
  return (
    <ClosedPage
      place="web"
      title={t('title.site', { site: siteName(site) })}
      closure={closure}
      onBack={{ label: t('toSites'), go: onClose }}
    />
  )
}
