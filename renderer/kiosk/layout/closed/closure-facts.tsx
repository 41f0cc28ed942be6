import type { Closure } from '#shared/contracts/closure.ts'
import { CalendarClock, CircleQuestionMark, type LucideIcon, MonitorCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isCut } from '../../stores/line-store.ts'
import { useLine } from '../../stores/use-line.ts'
import styles from './closure-facts.module.css'
import { PrisonNote } from './prison-note.tsx'
import { useClosureWords } from './use-closure-words.ts'

export interface ClosureFactsProps {
  readonly closure: Closure
  /** What the person was in the middle of, and that it is still there. */
  readonly draft?: ReactNode
}

/** Why, until when, and what is kept: each with its symbol. */
export function ClosureFacts({ closure, draft }: ClosureFactsProps) {
  const { t } = useTranslation('closed')
  const wordsOf = useClosureWords()
  const { line } = useLine()
  const { reason, until } = wordsOf(closure)
  const isWaiting = closure.reason === 'no-contact' || isCut(line)
  return (
    <dl className={styles['facts']}>
      <Fact icon={CircleQuestionMark} label={t('whyLabel')}>
        <p className={styles['said']}>{reason}</p>
        {closure.line !== null && <PrisonNote line={closure.line} />}
      </Fact>
      <Fact icon={CalendarClock} label={t('untilLabel')}>
        <p className={styles['said']}>{until}</p>
      </Fact>
      <Fact icon={MonitorCheck} label={t('keptLabel')}>
        <p>{t(isWaiting ? 'kept.waits' : 'kept.sent')}</p>
        {draft !== undefined && <p>{draft}</p>}
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly children: ReactNode
}

function Fact({ icon: Icon, label, children }: FactProps) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['label']}>
        <Icon className={styles['icon']} aria-hidden />
        {label}
      </dt>
      <dd className={styles['words']}>{children}</dd>
    </div>
  )
}
