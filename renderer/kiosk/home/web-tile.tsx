import { useTranslation } from 'react-i18next'
import { isCut } from '../stores/line-store.ts'
import { useLine } from '../stores/use-line.ts'
import { useWeb } from '../stores/use-web.ts'
import { ServiceTile } from './service-tile.tsx'

/** The web is the one service that needs the line; its tile says so rather than letting somebody find out. */
export function WebTile() {
  const { t } = useTranslation('home')
  const { line } = useLine()
  const { sites, failure } = useWeb()
  if (isCut(line)) return <ServiceTile service="web" line={t('web.offline')} isClosed />
  if (sites === undefined) return <ServiceTile service="web" />
  if (sites.length === 0 && failure !== null) return <ServiceTile service="web" line={t('unknown')} />
  if (sites.length === 0) return <ServiceTile service="web" line={t('web.none')} isClosed />
  return <ServiceTile service="web" line={t('web.sites', { count: sites.length })} />
}
