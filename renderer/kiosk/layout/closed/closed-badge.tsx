import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The same symbol and word wherever something is closed. */
export function ClosedBadge() {
  const { t } = useTranslation('closed')
  return (
    <StateBadge tone="closed" icon={Lock}>
      {t('word')}
    </StateBadge>
  )
}
