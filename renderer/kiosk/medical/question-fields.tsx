import { ChoiceCards } from '#renderer/ui/fields/choice-cards.tsx'
import { TextArea } from '#renderer/ui/fields/text-area.tsx'
import { MEDICAL_TEXT_LIMIT } from '#shared/medical/medical-content.ts'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedicalDraft } from '../stores/use-medical-draft.ts'
import { SinceSymbol } from './since-symbol.tsx'
import {
  type Answers,
  type Question,
  services,
  servicePictures,
  severities,
  severityOf,
  severityPictures,
  sinceWhen,
} from './medical-answers.ts'

interface FieldsProps {
  readonly answers: Answers
}

function ServiceFields({ answers }: FieldsProps) {
  const { t } = useTranslation('medical')
  const { change } = useMedicalDraft()
  return (
    <ChoiceCards
      label={t('service.question')}
      isLabelHidden
      columns={5}
      choices={services.map(value => ({ value, label: t(`service.${value}`), picture: servicePictures[value] }))}
      value={answers.service ?? null}
      onChange={service => change({ content: { service } })}
    />
  )
}

function SinceFields({ answers }: FieldsProps) {
  const { t } = useTranslation('medical')
  const { change } = useMedicalDraft()
  return (
    <ChoiceCards
      label={t('since.question')}
      isLabelHidden
      columns={2}
      shape="row"
      choices={sinceWhen.map(value => ({ value, label: t(`since.${value}`), symbol: <SinceSymbol since={value} /> }))}
      value={answers.sinceWhen ?? null}
      onChange={since => change({ content: { sinceWhen: since } })}
    />
  )
}

function BadFields({ answers }: FieldsProps) {
  const { t } = useTranslation('medical')
  const { change } = useMedicalDraft()
  return (
    <ChoiceCards
      label={t('bad.question')}
      isLabelHidden
      columns={5}
      choices={severities.map(value => ({ value, label: t(`bad.face-${value}`), picture: severityPictures[value] }))}
      value={severityOf(answers)}
      onChange={severity => change({ content: { howBad: Number(severity) } })}
    />
  )
}

function WordsFields({ answers }: FieldsProps) {
  const { t } = useTranslation('medical')
  const { change } = useMedicalDraft()
  return (
    <TextArea
      label={t('words.label')}
      hint={t('words.hint')}
      maxLength={MEDICAL_TEXT_LIMIT}
      value={answers.text ?? ''}
      onChange={text => change({ content: { text } })}
    />
  )
}

/** What a question is answered with. */
export const questionFields: Readonly<Record<Question, ComponentType<FieldsProps>>> = {
  service: ServiceFields,
  since: SinceFields,
  bad: BadFields,
  words: WordsFields,
}
