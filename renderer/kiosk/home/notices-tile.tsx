import { useTranslation } from 'react-i18next'
import { useLine } from '../stores/use-line.ts'
import { useNotices } from '../stores/use-notices.ts'
import { ServiceTile } from './service-tile.tsx'

/** How many are new. */
export function NoticesTile() {
  const { t } = useTranslation('home')
  const notices = useNotices()
  const { hasCopy } = useLine()
  if (notices === undefined) return <ServiceTile service="notices" />
  const { unreadCount } = notices
  if (unreadCount > 0) return <ServiceTile service="notices" line={t('notices.unread', { count: unreadCount })} />
  return <ServiceTile service="notices" line={hasCopy ? t('notices.none') : t('unknown')} />
}
