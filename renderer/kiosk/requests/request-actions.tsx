import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Dialog } from '#renderer/ui/overlay/dialog.tsx'
import { BellRing, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConfirmOutcome } from '../stores/kiosk-actions.ts'
import type { RequestView } from '../stores/request-view.ts'
import { useActions } from '../stores/use-actions.ts'
import { useNow } from '../stores/use-now.ts'
import styles from './requests.module.css'

const CLOCK_MS = 60_000

/** What the person can still do with it: remind, or take it back. */
export function RequestActions({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const actions = useActions()
  const [isAsking, setAsking] = useState(false)
  const [pending, setPending] = useState<'withdraw' | 'remind' | null>(null)
  const [hasFailed, setFailed] = useState(false)

  const run = (what: 'withdraw' | 'remind', attempt: Promise<ConfirmOutcome>) => {
    setPending(what)
    void attempt.then(({ status }) => {
      setPending(null)
      setFailed(status === 'not-recorded')
    })
  }
  const withdraw = () => {
    setAsking(false)
    run('withdraw', actions.withdraw(request.id))
  }
  return (
    <div className={styles['actions']}>
      <FollowUpNotes request={request} hasFailed={hasFailed} />
      {request.canRemind && (
        <Button
          icon={BellRing}
          isPending={pending === 'remind'}
          onPress={() => run('remind', actions.remind(request.id))}
        >
          {t('remind.action')}
        </Button>
      )}
      {request.canWithdraw && (
        <Button icon={Undo2} isPending={pending === 'withdraw'} onPress={() => setAsking(true)}>
          {t('withdraw.action')}
        </Button>
      )}
      {isAsking && <AskWithdraw onKeep={() => setAsking(false)} onWithdraw={withdraw} />}
    </div>
  )
}

function AskWithdraw({ onKeep, onWithdraw }: { readonly onKeep: () => void; readonly onWithdraw: () => void }) {
  const { t } = useTranslation('requests')
  return (
    <Dialog
      title={t('withdraw.title')}
      onDismiss={onKeep}
      actions={
        <>
          <Button onPress={onKeep}>{t('withdraw.keep')}</Button>
          <Button variant="danger" onPress={onWithdraw}>
            {t('withdraw.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('withdraw.text')}</p>
    </Dialog>
  )
}

function FollowUpNotes({ request, hasFailed }: { readonly request: RequestView; readonly hasFailed: boolean }) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  const { isWithdrawPending, isRemindPending, remindedAt } = request
  if (hasFailed) {
    return (
      <NoticeBar tone="needsYou" role="alert">
        {t('notRecorded')}
      </NoticeBar>
    )
  }
  if (isWithdrawPending) return <NoticeBar tone="recorded">{t('withdraw.pending')}</NoticeBar>
  if (isRemindPending) return <NoticeBar tone="recorded">{t('remind.pending')}</NoticeBar>
  if (remindedAt === null) return null
  return <p className={styles['quiet']}>{t('remind.done', { when: format.since(remindedAt, now) })}</p>
}
