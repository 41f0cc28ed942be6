import { Button } from '#renderer/ui/actions/button.tsx'
import { useIsCovered } from '#renderer/ui/overlay/overlay-presence.ts'
import type { WebSite } from '#shared/contracts/bridge.ts'
import { ArrowLeft, House, X } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLine } from '../stores/use-line.ts'
import { useWeb } from '../stores/use-web.ts'
import { measure, useBounds } from './use-bounds.ts'
import { useSiteName } from './use-site-name.ts'
import { WebMessage } from './web-message.tsx'
import styles from './web.module.css'

interface OpenSiteProps {
  readonly site: WebSite
  readonly onClose: () => void
}

/** A site's page in the room left for it, under a bar that always says where one is and how to leave. */
export function OpenSite({ site, onClose }: OpenSiteProps) {
  const room = useRef<HTMLDivElement>(null)
  const { page, failure } = useWeb()
  const { line } = useLine()
  const isHere = page?.siteId === site.id
  const isRefused = isHere && page.refusal !== null
  const hasFailed = failure !== null || (isHere && page.hasFailed)
  const isCut = line === 'no-connection' || line === 'not-recognised'
  useSite(site.id, room)
  useVisibility(room, isHere && !isRefused && !hasFailed && !isCut)
  return (
    <div className={styles['open']}>
      <SiteBar site={site} isBusy={isHere && page.isLoading} canGoBack={isHere && page.canGoBack} onClose={onClose} />
      <div ref={room} className={styles['room']}>
        {isCut && <WebMessage message="offline" />}
        {!isCut && isRefused && <WebMessage message="refused" code={page.refusal?.code} />}
        {!isCut && !isRefused && hasFailed && <WebMessage message="failed" />}
      </div>
    </div>
  )
}

/** Opens the site's page when this screen appears and closes it when it goes, whatever made it go. */
function useSite(siteId: string, room: RefObject<HTMLDivElement | null>): void {
  const { open, close } = useWeb()
  useEffect(() => {
    if (room.current !== null) void open(siteId, measure(room.current))
    return () => void close()
  }, [siteId, room, open, close])
}

/** Keeps the page in its room, and out of sight while anything of the kiosk's own has to be seen there. */
function useVisibility(room: RefObject<HTMLDivElement | null>, isWanted: boolean): void {
  const { place } = useWeb()
  const isCovered = useIsCovered()
  const bounds = useBounds(room)
  useEffect(() => {
    if (bounds !== null) void place(bounds, isWanted && !isCovered)
  }, [place, bounds, isWanted, isCovered])
}

interface SiteBarProps extends OpenSiteProps {
  readonly isBusy: boolean
  readonly canGoBack: boolean
}

function SiteBar({ site, isBusy, canGoBack, onClose }: SiteBarProps) {
  const { t } = useTranslation('web')
  const siteName = useSiteName()
  const { back, start } = useWeb()
  return (
    <header className={styles['bar']}>
      <Button icon={ArrowLeft} isDisabled={!canGoBack} onPress={() => void back()}>
        {t('bar.back')}
      </Button>
      <Button icon={House} onPress={() => void start()}>
        {t('bar.start')}
      </Button>
      <h1 className={styles['name']}>
        {siteName(site)}
        <span className={styles['host']}>{isBusy ? t('bar.loading') : site.host}</span>
      </h1>
      <Button icon={X} onPress={onClose}>
        {t('bar.close')}
      </Button>
    </header>
  )
}
