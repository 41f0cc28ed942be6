import { useIsCovered } from '#renderer/ui/overlay/overlay-presence.ts'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import type { WebSite } from '#shared/contracts/bridge.ts'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { isCut } from '../stores/line-store.ts'
import { useLine } from '../stores/use-line.ts'
import { useWeb } from '../stores/use-web.ts'
import { evaluateSite, type SiteStanding } from './evaluate-site.ts'
import { SiteBar } from './site-bar.tsx'
import { measure, useBounds } from './use-bounds.ts'
import { WebMessage } from './web-message.tsx'
import styles from './web.module.css'

interface OpenSiteProps {
  readonly site: WebSite
  readonly onClose: () => void
}

/** A site's page in the room left for it, under a bar that always says where one is and how to leave. */
export function OpenSite({ site, onClose }: OpenSiteProps) {
  const room = useRef<HTMLDivElement>(null)
  const hasLine = !isCut(useLine().line)
  const standing = useStanding(site.id)
  const reopen = useSite(site.id, room, hasLine)
  useVisibility(room, standing === 'shown')
  return (
    <div className={styles['open']}>
      <SiteBar site={site} standing={standing} onClose={onClose} />
      <div ref={room} className={styles['room']}>
        {standing === 'opening' && (
          <div className={styles['coming']}>
            <Skeleton count={3} />
          </div>
        )}
        {standing !== 'opening' && standing !== 'shown' && (
          <WebMessage site={site} message={standing} onReopen={reopen} onClose={onClose} />
        )}
      </div>
    </div>
  )
}

function useStanding(siteId: string): SiteStanding {
  const { page, failure } = useWeb()
  const { line } = useLine()
  const [wasHere, setWasHere] = useState(false)
  if (page?.siteId === siteId && !wasHere && !isCut(line)) setWasHere(true)
  // What the cut closes was not closed from behind.
  if (isCut(line) && wasHere) setWasHere(false)
  return evaluateSite({ siteId, page, failure, line, wasHere })
}

/**
 * Opens the site's page when this screen appears and closes it when it goes, whatever made it go. Without a line there is
 * no web: the page is closed, not hidden, and opened anew when the line is back.
 */
function useSite(siteId: string, room: RefObject<HTMLDivElement | null>, hasLine: boolean): () => void {
  const { open, close } = useWeb()
  const openHere = () => {
    if (room.current !== null) void open(siteId, measure(room.current))
  }
  useEffect(() => {
    if (!hasLine || room.current === null) return undefined
    void open(siteId, measure(room.current))
    return () => void close()
  }, [siteId, room, hasLine, open, close])
  return openHere
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
