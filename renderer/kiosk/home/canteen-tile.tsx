import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useTranslation } from 'react-i18next'
import { useCatalogue } from '../stores/use-catalogue.ts'
import { useLine } from '../stores/use-line.ts'
import { useNow } from '../stores/use-now.ts'
import { ServiceTile } from './service-tile.tsx'

const CLOCK_MS = 30_000

/** Until when one may order, or from when. */
export function CanteenTile() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  const catalogue = useCatalogue()
  const { hasCopy } = useLine()
  if (catalogue === undefined) return <ServiceTile service="canteen" />
  const { currentWindow, nextWindow } = catalogue
  if (currentWindow !== null) {
    const when = format.relativeDayTime(currentWindow.closesAt, now)
    return <ServiceTile service="canteen" line={t('canteen.orderUntil', { when })} />
  }
  if (nextWindow !== null) {
    const when = format.relativeDayTime(nextWindow.opensAt, now)
    return <ServiceTile service="canteen" line={t('canteen.opens', { when })} />
  }
  return <ServiceTile service="canteen" line={hasCopy ? t('canteen.closed') : t('unknown')} />
}
