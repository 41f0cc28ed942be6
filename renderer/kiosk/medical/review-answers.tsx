import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import { MessageSquareText, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Question, servicePictures, severityOf, severityPictures } from './medical-answers.ts'
import styles from './medical.module.css'
import { SinceSymbol } from './since-symbol.tsx'

interface ReviewAnswersProps {
  readonly draft: MedicalDraft
  readonly onMend: (question: Question) => void
}

/** Each answer as it was given, with the way back to it. */
export function ReviewAnswers({ draft: { content }, onMend }: ReviewAnswersProps) {
  const { t } = useTranslation('medical')
  const severity = severityOf(content)
  const text = content.text?.trim() ?? ''
  const { service, sinceWhen } = content
  return (
    <Card padding="none">
      <dl className={styles['answers']}>
        {service !== undefined && (
          <Answer
            label={t('review.who')}
            symbol={<Picture name={servicePictures[service]} size="medium" />}
            onMend={() => onMend('service')}
          >
            {t(`service.${service}`)}
          </Answer>
        )}
        {sinceWhen !== undefined && (
          <Answer label={t('review.since')} symbol={<SinceSymbol since={sinceWhen} />} onMend={() => onMend('since')}>
            {t(`since.${sinceWhen}`)}
          </Answer>
        )}
        {severity !== null && (
          <Answer
            label={t('review.bad')}
            symbol={<Picture name={severityPictures[severity]} size="medium" />}
            onMend={() => onMend('bad')}
          >
            {t(`bad.face-${severity}`)}
          </Answer>
        )}
        <Answer
          label={t('review.words')}
          symbol={<MessageSquareText className={styles['pen']} aria-hidden />}
          onMend={() => onMend('words')}
        >
          {text === '' ? t('review.noWords') : <span className={styles['words']}>{text}</span>}
        </Answer>
      </dl>
    </Card>
  )
}

interface AnswerProps {
  readonly label: string
  readonly symbol: ReactNode
  readonly children: ReactNode
  readonly onMend: () => void
}

function Answer({ label, symbol, children, onMend }: AnswerProps) {
  const { t } = useTranslation('medical')
  return (
    <div className={styles['answer']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>
        <span className={styles['symbol']}>{symbol}</span>
        <span className={styles['said']}>{children}</span>
        <Button variant="quiet" icon={Pencil} label={t('review.changeWhat', { what: label })} onPress={onMend}>
          {t('review.change')}
        </Button>
      </dd>
    </div>
  )
}
