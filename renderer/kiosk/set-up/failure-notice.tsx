import { useFormat } from '#renderer/i18n/format-context.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureKey, type FailureKey } from './failure-key.ts'
import type { SetUp, SetUpFailure } from './set-up-store.ts'

/** What typing mends needs no button: one goes on with the step's own. */
const mendedByTyping: ReadonlySet<FailureKey> = new Set([
  'address',
  'codeExpired',
  'codeIncomplete',
  'codeUnknown',
  'codeUsed',
  'keyDiffers',
  'otherCell',
])

export interface FailureNoticeProps {
  readonly setUp: SetUp
  readonly failure: SetUpFailure | null
}

/** Why it does not go on and what to do about it, in one place, read out when it appears. */
export function FailureNotice({ setUp, failure }: FailureNoticeProps) {
  const { t } = useTranslation(['setUp', 'common'])
  const format = useFormat()
  if (failure === null) return null
  const key = failureKey(failure)
  const clock = failure.clock ?? null
  const figures = {
    code: failure.code,
    terminal: clock === null ? '' : format.full(clock.terminalTime),
    server: clock === null ? '' : format.full(clock.serverTime),
  }
  const again = (
    <Button icon={RotateCcw} onPress={() => void setUp.tryAgain()}>
      {t('common:actions.tryAgain')}
    </Button>
  )
  return (
    <NoticeBar
      tone="needsYou"
      role="alert"
      title={t(`failure.${key}.title`)}
      {...(!mendedByTyping.has(key) && { action: again })}
    >
      {t(`failure.${key}.text`, figures)}
    </NoticeBar>
  )
}
