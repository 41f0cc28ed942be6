import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import type { OperationId } from '#shared/contracts/ids.ts'
import { Check, RotateCcw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useClosure } from '../stores/use-open-state.ts'
import type { RequestView } from '../stores/request-view.ts'
import { ClosureNote } from './closed/closure-note.tsx'
import styles from './parked-request.module.css'
import { RejectionExplanation } from './rejection-explanation.tsx'
import { useParkedActions } from './use-parked-actions.ts'

export interface ParkedRequestProps {
  /** One that the prison did not accept: its `rejection` says why. */
  readonly request: RequestView
  /** The order at the new prices is recorded, under a new id. */
  readonly onConfirmedAgain: (id: OperationId) => void
  /** The person let it go; it is no longer there. */
  readonly onPutAway: () => void
  /** Where to order afresh; left out where one cannot. */
  readonly onOrderAgain?: () => void
}

/** Why it was not accepted, and what the person can do about it. Nothing goes away before they say so. */
export function ParkedRequest({ request, onConfirmedAgain, onPutAway, onOrderAgain }: ParkedRequestProps) {
  const { t } = useTranslation('rejections')
  const { pending, hasFailed, confirmAgain, putAway } = useParkedActions(request.id, { onConfirmedAgain, onPutAway })
  const closure = useClosure('canteen')
  if (request.rejection === null) return null
  const canOrder = request.canConfirmAgain && closure === null
  return (
    <div className={styles['parked']}>
      <RejectionExplanation rejection={request.rejection} order={request.order} />
      {hasFailed && (
        <NoticeBar tone="needsYou" role="alert">
          {t('notRecorded')}
        </NoticeBar>
      )}
      {request.canConfirmAgain && closure !== null && <ClosureNote what="order" closure={closure} />}
      <div className={styles['actions']}>
        {canOrder && (
          <Button variant="primary" icon={Check} isPending={pending === 'confirm-again'} onPress={confirmAgain}>
            {t('priceRise.accept')}
          </Button>
        )}
        {!request.canConfirmAgain && onOrderAgain !== undefined && (
          <Button icon={RotateCcw} onPress={onOrderAgain}>
            {t('orderAgain')}
          </Button>
        )}
        <Button icon={X} isPending={pending === 'put-away'} onPress={putAway}>
          {request.canConfirmAgain ? t('priceRise.letGo') : t('putAway')}
        </Button>
      </div>
    </div>
  )
}
