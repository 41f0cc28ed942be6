import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StaffApi } from '../api/staff-api.ts'
import { FailureNote } from '../layout/failure-note.tsx'
import { useTask } from '../layout/use-task.ts'
import { EntranceFrame } from './entrance-frame.tsx'
import styles from './entrance.module.css'

export interface SignInScreenProps {
  readonly api: Pick<StaffApi, 'signIn'>
  /** Somebody was in until just now, and did nothing for too long. */
  readonly hasEnded: boolean
  readonly onSignedIn: () => void
}

export function SignInScreen({ api, hasEnded, onSignedIn }: SignInScreenProps) {
  const { t } = useTranslation('console')
  const { run, isRunning, failure } = useTask()
  return (
    <EntranceFrame title={t('signIn.title')}>
      {hasEnded && failure === undefined && <NoticeBar tone="notice">{t('signIn.ended')}</NoticeBar>}
      <p>{t('signIn.text')}</p>
      <FailureNote failure={failure} />
      <Button
        variant="primary"
        size="large"
        icon={KeyRound}
        isWide
        isPending={isRunning}
        onPress={() => run(() => api.signIn().then(onSignedIn))}
      >
        {t('signIn.action')}
      </Button>
      <p className={styles['text']}>{t('signIn.help')}</p>
    </EntranceFrame>
  )
}
