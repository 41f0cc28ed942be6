import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { Tile } from '#renderer/ui/display/tile.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { WebSite } from '#shared/contracts/bridge.ts'
import { RotateCcw } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosedWord } from '../layout/closed/closed-word.tsx'
import { useClosureWords } from '../layout/closed/use-closure-words.ts'
import { placePictures } from '../place-pictures.ts'
import { evaluateSiteClosure } from '../stores/evaluate-closure.ts'
import { isCut } from '../stores/line-store.ts'
import { useLine } from '../stores/use-line.ts'
import { useOpenState } from '../stores/use-open-state.ts'
import { useWeb } from '../stores/use-web.ts'
import { useSiteName } from './use-site-name.ts'
import styles from './web.module.css'

/** The sites this prison approved. Without a line there is no web, and the screen says so before anybody tries. */
export function SiteList({ onChoose }: { readonly onChoose: (siteId: string) => void }) {
  const { t } = useTranslation('web')
  const { line } = useLine()
  const { sites, failure, refreshSites } = useWeb()
  useEffect(() => {
    void refreshSites()
  }, [refreshSites])
  const isOffline = isCut(line)
  const isUnread = failure !== null && sites?.length === 0
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.web} />}>
      {isOffline && (
        <EmptyState picture={placePictures.web} title={t('offline.title')}>
          {t('offline.text')}
        </EmptyState>
      )}
      {!isOffline && sites === undefined && <Skeleton shape="tile" count={2} />}
      {!isOffline && isUnread && (
        <EmptyState
          picture={placePictures.web}
          title={t('unread.title')}
          action={
            <Button icon={RotateCcw} onPress={() => void refreshSites()}>
              {t('failed.again')}
            </Button>
          }
        >
          {t('unread.text')}
        </EmptyState>
      )}
      {!isOffline && !isUnread && sites?.length === 0 && (
        <EmptyState picture={placePictures.web} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {!isOffline && sites !== undefined && sites.length > 0 && (
        <div className={styles['sites']}>
          {sites.map(site => (
            <Site key={site.id} site={site} onChoose={onChoose} />
          ))}
        </div>
      )}
    </Screen>
  )
}

function Site({ site, onChoose }: { readonly site: WebSite; readonly onChoose: (siteId: string) => void }) {
  const siteName = useSiteName()
  const closure = evaluateSiteClosure(useOpenState(), site.id)
  const wordsOf = useClosureWords()
  const truth =
    closure === null ? { line: site.host } : { line: wordsOf(closure).short, badge: <ClosedWord />, isClosed: true }
  return <Tile picture={placePictures.web} title={siteName(site)} onPress={() => onChoose(site.id)} {...truth} />
}
