import { useLanguage } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import { Check, CloudOff, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../stores/use-actions.ts'
import { useLine } from '../stores/use-line.ts'
import { useMedicalDraft } from '../stores/use-medical-draft.ts'
import {
  completeContent,
  questions,
  REVIEW_STEP,
  servicePictures,
  severityOf,
  severityPictures,
} from './medical-answers.ts'
import styles from './medical.module.css'
import { StartOver } from './start-over.tsx'

interface MedicalReviewProps {
  readonly draft: MedicalDraft
  readonly onRecorded: (id: OperationId) => void
}

/** Everything that will be sent, to be read once more. Nothing has left the form until this is confirmed. */
export function MedicalReview({ draft, onRecorded }: MedicalReviewProps) {
  const { t } = useTranslation('medical')
  const { line } = useLine()
  const { change } = useMedicalDraft()
  const { confirm, isPending, hasFailed } = useConfirm(draft, onRecorded)
  return (
    <Screen
      width="text"
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
          <Button variant="primary" size="large" icon={Check} isPending={isPending} onPress={confirm}>
            {t('review.confirm')}
          </Button>
        </div>
      }
    >
      {hasFailed && (
        <NoticeBar tone="needsYou" role="alert">
          {t('review.notRecorded')}
        </NoticeBar>
      )}
      <Answers draft={draft} />
      {line !== 'connected' && (
        <NoticeBar tone="recorded" icon={CloudOff}>
          {t('review.offline')}
        </NoticeBar>
      )}
    </Screen>
  )
}

function useConfirm({ content }: MedicalDraft, onRecorded: (id: OperationId) => void) {
  const { language } = useLanguage()
  const { confirmMedical } = useActions()
  const { change } = useMedicalDraft()
  const [state, setState] = useState<'ready' | 'pending' | 'failed'>('ready')
  const confirm = () => {
    const complete = completeContent(content, language, new Date())
    if (complete === null) {
      change({ step: 0 })
      return
    }
    setState('pending')
    void confirmMedical(complete).then(outcome => {
      if (outcome.status === 'recorded') onRecorded(outcome.operationId)
      else setState('failed')
    })
  }
  return { confirm, isPending: state === 'pending', hasFailed: state === 'failed' }
}

function Answers({ draft: { content } }: { readonly draft: MedicalDraft }) {
  const { t } = useTranslation('medical')
  const severity = severityOf(content)
  const text = content.text?.trim() ?? ''
  return (
    <Card padding="none">
      <dl className={styles['answers']}>
        {content.service !== undefined && (
          <Answer question="service" label={t('review.who')} picture={servicePictures[content.service]}>
            {t(`service.${content.service}`)}
          </Answer>
        )}
        {content.sinceWhen !== undefined && (
          <Answer question="since" label={t('review.since')} picture="calendar">
            {t(`since.${content.sinceWhen}`)}
          </Answer>
        )}
        {severity !== null && (
          <Answer question="bad" label={t('review.bad')} picture={severityPictures[severity]}>
            {t(`bad.face-${severity}`)}
          </Answer>
        )}
        <Answer question="words" label={t('review.words')}>
          {text === '' ? t('review.noWords') : <span className={styles['words']}>{text}</span>}
        </Answer>
      </dl>
    </Card>
  )
}

interface AnswerProps {
  readonly question: (typeof questions)[number]
  readonly label: string
  readonly picture?: string
  readonly children: ReactNode
}

function Answer({ question, label, picture, children }: AnswerProps) {
  const { t } = useTranslation('medical')
  const { change } = useMedicalDraft()
  return (
    <div className={styles['answer']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>
        {picture !== undefined && <Picture name={picture} size="medium" />}
        <span className={styles['said']}>{children}</span>
        <Button
          variant="quiet"
          icon={Pencil}
          label={t('review.changeWhat', { what: label })}
          onPress={() => change({ step: questions.indexOf(question) })}
        >
          {t('review.change')}
        </Button>
      </dd>
    </div>
  )
}
