import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RejectionExplanation } from '../layout/rejection-explanation.tsx'
import { useNavigation } from '../navigation-context.tsx'
import type { RefusedFollowUp, RequestView } from '../stores/request-view.ts'
import { useActions } from '../stores/use-actions.ts'
import styles from './requests.module.css'

/** A withdrawal or reminder the prison did not accept. It stays until the person says it was understood. */
export function RefusedFollowUps({ request }: { readonly request: RequestView }) {
  const { went } = useNavigation()
  // A request this terminal no longer has is here for its refusal alone: without it there is nothing left to show.
  const isLastWord = request.kind === 'unknown' && request.refusedFollowUps.length === 1
  return request.refusedFollowUps.map(refused => (
    <Refused
      key={refused.operationId}
      refused={refused}
      onPutAway={() => {
        if (isLastWord) went({ place: 'requests' })
      }}
    />
  ))
}

interface RefusedProps {
  readonly refused: RefusedFollowUp
  readonly onPutAway: () => void
}

function Refused({ refused: { operationId, kind, rejection }, onPutAway }: RefusedProps) {
  const { t } = useTranslation('requests')
  const { discardParked } = useActions()
  const [state, setState] = useState<'ready' | 'pending' | 'failed'>('ready')
  const putAway = () => {
    setState('pending')
    void discardParked(operationId).then(isGone => {
      setState(isGone ? 'ready' : 'failed')
      if (isGone) onPutAway()
    })
  }
  return (
    <Card>
      <div className={styles['refused']}>
        <p className={styles['kind']}>{t(`refused.${kind}`)}</p>
        <RejectionExplanation rejection={rejection} order={null} />
        {state === 'failed' && (
          <NoticeBar tone="needsYou" role="alert">
            {t('notRecorded')}
          </NoticeBar>
        )}
        <Button icon={Check} isPending={state === 'pending'} onPress={putAway}>
          {t('refused.understood')}
        </Button>
      </div>
    </Card>
  )
}
