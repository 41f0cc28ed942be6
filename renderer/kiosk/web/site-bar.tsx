import { Button } from '#renderer/ui/actions/button.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import type { WebSite } from '#shared/contracts/bridge.ts'
import { ArrowLeft, House, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWeb } from '../stores/use-web.ts'
import { DayUse } from './day-use.tsx'
import type { SiteStanding } from './evaluate-site.ts'
import { useSiteName } from './use-site-name.ts'
import styles from './web.module.css'

interface SiteBarProps {
  readonly site: WebSite
  readonly standing: SiteStanding
  readonly onClose: () => void
}

/** Above the page, where the page cannot reach: whose it is, back, its first page, and the way out. */
export function SiteBar({ site, standing, onClose }: SiteBarProps) {
  const { t } = useTranslation('web')
  const siteName = useSiteName()
  const heading = useHeadingFocus()
  const { page, back, start } = useWeb()
  const isOpen = standing === 'shown' || standing === 'refused' || (standing === 'failed' && page !== null)
  return (
    <header className={styles['bar']}>
      <Button icon={ArrowLeft} isDisabled={!isOpen || page?.canGoBack !== true} onPress={() => void back()}>
        {t('bar.back')}
      </Button>
      <Button icon={House} isDisabled={!isOpen} onPress={() => void start()}>
        {t('bar.start')}
      </Button>
      <div className={styles['words']}>
        <h1 ref={heading} className={styles['name']} tabIndex={-1}>
          {siteName(site)}
        </h1>
        <p className={styles['host']}>{isOpen && page?.isLoading === true ? t('bar.loading') : site.host}</p>
      </div>
      {isOpen && page !== null && <DayUse page={page} />}
      <Button icon={X} onPress={onClose}>
        {t('bar.close')}
      </Button>
    </header>
  )
}
