import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { useTranslation } from 'react-i18next'
import { useLine } from '../stores/use-line.ts'
import { useRequests } from '../stores/use-requests.ts'
import { evaluateRequestsTile } from './evaluate-requests-tile.ts'
import { ServiceTile } from './service-tile.tsx'

/** What needs the person before what was answered, before what is merely under way. */
export function RequestsTile() {
  const { t } = useTranslation('home')
  const requests = useRequests()
  const { hasCopy } = useLine()
  if (requests === undefined) return <ServiceTile service="requests" />
  const { says, count } = evaluateRequestsTile(requests)
  if (says === 'none') return <ServiceTile service="requests" line={hasCopy ? t('requests.none') : t('unknown')} />
  const words = t(`requests.${says}`, { count })
  if (says === 'underway') return <ServiceTile service="requests" line={words} />
  const tone = says === 'needYou' ? 'needsYou' : 'received'
  return <ServiceTile service="requests" badge={<StateBadge tone={tone}>{words}</StateBadge>} />
}
