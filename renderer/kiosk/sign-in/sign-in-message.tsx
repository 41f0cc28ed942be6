import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export type SignInNews = 'none' | 'draft-kept' | 'refused' | 'waiting' | 'failed'

/** One calm sentence, and how long to wait where one has to. */
export function SignInMessage({ news, waitSeconds }: { readonly news: SignInNews; readonly waitSeconds: number }) {
  const { t } = useTranslation('signIn')
  if (waitSeconds > 0) {
    return (
      <NoticeBar tone="recorded" icon={Hourglass}>
        {news === 'refused' && <p role="alert">{t('refused')}</p>}
        <p>{t('wait', { count: waitSeconds })}</p>
      </NoticeBar>
    )
  }
  if (news === 'draft-kept') return <NoticeBar tone="recorded">{t('draftKept')}</NoticeBar>
  if (news === 'refused') {
    return (
      <NoticeBar tone="needsYou" role="alert">
        {t('refused')}
      </NoticeBar>
    )
  }
  if (news === 'failed') {
    return (
      <NoticeBar tone="needsYou" role="alert">
        {t('failed')}
      </NoticeBar>
    )
  }
  return null
}
