import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { OperationId } from '#shared/contracts/ids.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosedService } from '../layout/closed/closed-service.tsx'
import { placePictures } from '../place-pictures.ts'
import { useClosure } from '../stores/use-open-state.ts'
import { useMedicalDraft } from '../stores/use-medical-draft.ts'
import { nextOpenStep, type Question, questions, REVIEW_STEP } from './medical-answers.ts'
import { MedicalQuestion } from './medical-question.tsx'
import { MedicalReceipt } from './medical-receipt.tsx'
import { MedicalReview } from './medical-review.tsx'

/** Asking for an appointment: one question a screen, then what will be sent, then the receipt. */
export function MedicalScreen() {
  const { t } = useTranslation(['medical', 'closed'])
  const closure = useClosure('medical')
  const { draft, change } = useMedicalDraft()
  const [recorded, setRecorded] = useState<OperationId | null>(null)
  const [isMending, setMending] = useState(false)

  if (recorded !== null) return <MedicalReceipt id={recorded} onAnother={() => setRecorded(null)} />
  if (closure !== null) {
    const hasDraft = draft !== undefined && draft !== null && Object.keys(draft.content).length > 0
    return <ClosedService service="medical" closure={closure} {...(hasDraft && { draft: t('closed:kept.form') })} />
  }
  if (draft === undefined) {
    return (
      <Screen header={<PageHeader title={t('title')} picture={placePictures.medical} />}>
        <Skeleton shape="card" count={2} />
      </Screen>
    )
  }
  const step = draft?.step ?? 0
  const question = questions[step]
  const answers = draft?.content ?? {}
  const mend = (what: Question) => {
    setMending(true)
    change({ step: questions.indexOf(what) })
  }
  if (question === undefined && draft !== null) {
    return <MedicalReview draft={draft} onMend={mend} onRecorded={setRecorded} />
  }
  const nextStep = isMending && nextOpenStep(answers) === REVIEW_STEP ? REVIEW_STEP : step + 1
  return <MedicalQuestion key={question} question={question ?? 'service'} answers={answers} nextStep={nextStep} />
}
