import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'
import { useTranslation } from 'react-i18next'

/** Nothing was recorded: what is true, what is kept, what to do; and the code for who looks after the terminal. */
export function ConfirmFailure({ code }: { readonly code: ErrorCode }) {
  const { t } = useTranslation('canteen')
  return (
    <NoticeBar tone="needsYou" role="alert" title={t('failure.title')}>
      {t(`failure.${failureOf(code)}`)} {t('failure.code', { code })}
    </NoticeBar>
  )
}

function failureOf(code: ErrorCode): 'closed' | 'full' | 'unavailable' | 'session' | 'other' {
  if (code === 'SERVICE_CLOSED') return 'closed'
  if (code === 'JOURNAL_FULL') return 'full'
  if (code === 'JOURNAL_UNAVAILABLE') return 'unavailable'
  return code === 'SESSION_MISSING' ? 'session' : 'other'
}
