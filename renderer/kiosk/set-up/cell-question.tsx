import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import type { LookedAtCode } from '#shared/contracts/enrolment-channels.ts'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './step.module.css'

export interface CellQuestionProps {
  readonly looked: LookedAtCode
  readonly onAnswer: (isThis: boolean) => void
}

/** Where the code says this terminal stands, for a person who sees where it does. */
export function CellQuestion({ looked, onAnswer }: CellQuestionProps) {
  const { t } = useTranslation('setUp')
  const localText = useLocalText()
  const heading = useHeadingFocus()
  const { terminal, prison } = looked
  const facts = [
    { name: t('cell'), value: terminal.cell, isMain: true },
    { name: t('terminal'), value: terminal.name, isMain: false },
    { name: t('wing'), value: terminal.wing, isMain: false },
    { name: t('prison'), value: localText(prison.names), isMain: false },
  ]
  return (
    <section className={styles['step']}>
      <h1 ref={heading} className={styles['title']} tabIndex={-1}>
        {t('cellTitle')}
      </h1>
      <p className={styles['hint']}>{t('cellHint')}</p>
      <dl className={styles['facts']}>
        {facts.map(({ name, value, isMain }) => (
          <div key={name} className={styles['fact']} data-main={isMain || undefined}>
            <dt className={styles['name']}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['actions']}>
        <Button size="large" icon={X} onPress={() => onAnswer(false)}>
          {t('cellNo')}
        </Button>
        <Button variant="primary" size="large" icon={Check} onPress={() => onAnswer(true)}>
          {t('cellYes')}
        </Button>
      </div>
    </section>
  )
}
