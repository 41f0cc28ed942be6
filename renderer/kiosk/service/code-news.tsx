import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ServiceState } from './service-store.ts'

interface CodeNewsProps extends Pick<ServiceState, 'isEquipped' | 'news'> {
  readonly waitSeconds: number
}

/** What came of the last code, and how long to wait where one has to. */
export function CodeNews({ isEquipped, news, waitSeconds }: CodeNewsProps) {
  const { t } = useTranslation('service')
  if (isEquipped === false) return <NoticeBar tone="needsYou">{t('notEquipped')}</NoticeBar>
  if (waitSeconds > 0) {
    return (
      <NoticeBar tone="recorded" icon={Hourglass}>
        {news === 'refused' && <p role="alert">{t('refused')}</p>}
        <p>{t('wait', { count: waitSeconds })}</p>
      </NoticeBar>
    )
  }
  if (news === 'none') return null
  return (
    <NoticeBar tone="needsYou" role="alert">
      {t(news)}
    </NoticeBar>
  )
}
