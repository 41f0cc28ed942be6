import { useTranslation } from 'react-i18next'
import { useNotices } from '../stores/use-notices.ts'
import { ServiceTile } from './service-tile.tsx'

export function NoticesTile() {
  const { t } = useTranslation('home')
  const notices = useNotices()
  if (notices === undefined) return <ServiceTile service="notices" />
  const { unreadCount } = notices
  const line = unreadCount === 0 ? t('notices.none') : t('notices.unread', { count: unreadCount })
  return <ServiceTile service="notices" line={line} />
}
