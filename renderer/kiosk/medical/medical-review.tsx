import { useLanguage } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'
import { Check, CloudOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../stores/use-actions.ts'
import { useLine } from '../stores/use-line.ts'
import { useMedicalDraft } from '../stores/use-medical-draft.ts'
import { completeContent, nextOpenStep, type Question, REVIEW_STEP } from './medical-answers.ts'
import styles from './medical.module.css'
import { ReviewAnswers } from './review-answers.tsx'
import { StartOver } from './start-over.tsx'

interface MedicalReviewProps {
  readonly draft: MedicalDraft
  /** Goes back to one question, and from there straight here again. */
  readonly onMend: (question: Question) => void
  readonly onRecorded: (id: OperationId) => void
}

/** Everything that will be sent, to be read once more. Nothing has left the form until this is confirmed. */
export function MedicalReview({ draft, onMend, onRecorded }: MedicalReviewProps) {
  const { t } = useTranslation(['medical', 'closed'])
  const { line } = useLine()
  const { change } = useMedicalDraft()
  const { confirm, isPending, failure } = useConfirm(draft, onRecorded)
  return (
    <Screen
      header={
        <PageHeader
          title={t('review.title')}
          line={t('step', { step: REVIEW_STEP + 1, count: REVIEW_STEP + 1 })}
          onBack={() => change({ step: REVIEW_STEP - 1 })}
          aside={<StartOver />}
        />
      }
      footer={
        <div className={styles['next']}>
          {failure !== null && (
            <NoticeBar tone="needsYou" role="alert">
              {failure === 'SERVICE_CLOSED' ? t('closed:refused') : t('review.notRecorded')}
            </NoticeBar>
          )}
          <Button variant="primary" size="large" icon={Check} isPending={isPending} onPress={confirm}>
            {t('review.confirm')}
          </Button>
        </div>
      }
    >
      {line !== 'connected' && (
        <NoticeBar tone="recorded" icon={CloudOff}>
          {t('review.offline')}
        </NoticeBar>
      )}
      <ReviewAnswers draft={draft} onMend={onMend} />
    </Screen>
  )
}

function useConfirm({ content }: MedicalDraft, onRecorded: (id: OperationId) => void) {
  const { language } = useLanguage()
  const { confirmMedical } = useActions()
  const { change } = useMedicalDraft()
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const confirm = () => {
    const complete = completeContent(content, language, new Date())
    if (complete === null) {
      change({ step: nextOpenStep(content) })
      return
    }
    setPending(true)
    setFailure(null)
    void confirmMedical(complete).then(outcome => {
      setPending(false)
      if (outcome.status === 'recorded') onRecorded(outcome.operationId)
      else setFailure(outcome.code)
    })
  }
  return { confirm, isPending, failure }
}
