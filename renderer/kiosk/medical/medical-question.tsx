import { Button } from '#renderer/ui/actions/button.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'
import { useMedicalDraft } from '../stores/use-medical-draft.ts'
import { type Answers, isAnswered, type Question, questions, REVIEW_STEP } from './medical-answers.ts'
import { MedicalNotices } from './medical-notices.tsx'
import styles from './medical.module.css'
import { questionFields } from './question-fields.tsx'
import { StartOver } from './start-over.tsx'

interface MedicalQuestionProps {
  readonly question: Question
  readonly answers: Answers
  /** Where "next" leads: one further, or back to the review that sent the person here. */
  readonly nextStep: number
}

/** One question. Choosing goes no further by itself: a slip of the finger can be mended before it counts. */
export function MedicalQuestion({ question, answers, nextStep }: MedicalQuestionProps) {
  const { t } = useTranslation(['medical', 'common'])
  const { change } = useMedicalDraft()
  const step = questions.indexOf(question)
  const isFirst = step === 0
  const Fields = questionFields[question]
  const begun = Object.keys(answers).length > 0
  return (
    <Screen
      header={
        <PageHeader
          title={isFirst ? t('title') : t(`${question}.question`)}
          picture={placePictures.medical}
          line={t('step', { step: step + 1, count: REVIEW_STEP + 1 })}
          {...(!isFirst && { onBack: () => change({ step: step - 1 }) })}
          aside={begun && <StartOver />}
        />
      }
      footer={
        <div className={styles['next']}>
          <Button
            variant="primary"
            size="large"
            iconAfter={ArrowRight}
            isDisabled={!isAnswered(question, answers)}
            onPress={() => change({ step: nextStep })}
          >
            {t('common:actions.next')}
          </Button>
        </div>
      }
    >
      {isFirst && <MedicalNotices />}
      {isFirst && <h2 className={styles['question']}>{t('service.question')}</h2>}
      <Fields answers={answers} />
    </Screen>
  )
}
