import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Dialog } from '#renderer/ui/overlay/dialog.tsx'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'
import { BellRing, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosureNote } from '../layout/closed/closure-note.tsx'
import { useOpenState } from '../stores/use-open-state.ts'
import type { ConfirmOutcome } from '../stores/kiosk-actions.ts'
import type { RequestView } from '../stores/request-view.ts'
import { useActions } from '../stores/use-actions.ts'
import styles from './requests.module.css'

/** Whether there is anything to do with a request, or to say about what was done. */
export function hasActions({ canRemind, canWithdraw, isRemindPending, isWithdrawPending }: RequestView): boolean {
  return canRemind || canWithdraw || isRemindPending || isWithdrawPending
}

/** What the person can still do with it: remind, or take it back. */
export function RequestActions({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const actions = useActions()
  const [isAsking, setAsking] = useState(false)
  const [pending, setPending] = useState<'withdraw' | 'remind' | null>(null)
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const closure = useOpenState()?.requests ?? null
  const told = useRef<HTMLOutputElement>(null)

  const run = (what: 'withdraw' | 'remind', attempt: Promise<ConfirmOutcome>) => {
    setPending(what)
    void attempt.then(outcome => {
      setPending(null)
      setFailure(outcome.status === 'recorded' ? null : outcome.code)
      // The button that was pressed goes away with what it did.
      if (outcome.status === 'recorded') told.current?.focus()
    })
  }
  const withdraw = () => {
    setAsking(false)
    run('withdraw', actions.withdraw(request.id))
  }
  return (
    <div className={styles['actions']}>
      <output ref={told} tabIndex={-1}>
        <FollowUpNotes request={request} failure={failure} />
      </output>
      {request.canRemind && closure !== null && <ClosureNote what="remind" closure={closure} isBrief />}
      {request.canRemind && closure === null && (
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
      {isAsking && (
        <AskWithdraw hasMoneyBack={isMoneyAside(request)} onKeep={() => setAsking(false)} onWithdraw={withdraw} />
      )}
    </div>
  )
}

/** The prison puts money aside when it accepts an order: before that there is none to come back. */
function isMoneyAside({ kind, state }: RequestView): boolean {
  return kind === 'canteen' && state !== 'recorded' && state !== 'sent'
}

interface AskWithdrawProps {
  readonly hasMoneyBack: boolean
  readonly onKeep: () => void
  readonly onWithdraw: () => void
}

function AskWithdraw({ hasMoneyBack, onKeep, onWithdraw }: AskWithdrawProps) {
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
      <p>{hasMoneyBack ? t('withdraw.textOrder') : t('withdraw.text')}</p>
    </Dialog>
  )
}

function FollowUpNotes({ request, failure }: { readonly request: RequestView; readonly failure: ErrorCode | null }) {
  const { t } = useTranslation(['requests', 'closed'])
  const { isWithdrawPending, isRemindPending } = request
  if (failure !== null) {
    return (
      <NoticeBar tone="needsYou" role="alert">
        {failure === 'SERVICE_CLOSED' ? t('closed:refused') : t('notRecorded')}
      </NoticeBar>
    )
  }
  if (isWithdrawPending) return <NoticeBar tone="recorded">{t('withdraw.pending')}</NoticeBar>
  return isRemindPending ? <NoticeBar tone="recorded">{t('remind.pending')}</NoticeBar> : null
}
