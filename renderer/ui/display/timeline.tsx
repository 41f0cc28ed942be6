import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { StateTone } from './state-tone.ts'
import { toneIcons } from './state-tone.ts'
import styles from './timeline.module.css'
import tones from './tones.module.css'

export interface TimelineStep {
  readonly id: string
  /** In plain words: "Received by the canteen". */
  readonly title: ReactNode
  /** When, who, or by when. */
  readonly detail?: ReactNode
  /** Past, where it stands now, or still to come. */
  readonly status: 'done' | 'current' | 'expected'
  readonly tone?: StateTone
}

/** What happened to one thing, from the first to the last. */
export function Timeline({ steps, label }: { readonly steps: readonly TimelineStep[]; readonly label: string }) {
  return (
    <ol className={styles['timeline']} aria-label={label}>
      {steps.map(step => (
        <Step key={step.id} step={step} />
      ))}
    </ol>
  )
}

function Step({ step }: { readonly step: TimelineStep }) {
  const { title, detail, status, tone = 'received' } = step
  const Icon = status === 'current' ? toneIcons[tone] : Check
  return (
    <li
      className={classNames(styles['step'], styles[status], tones[tone])}
      aria-current={status === 'current' ? 'step' : undefined}
    >
      <span className={styles['mark']} aria-hidden>
        {status !== 'expected' && <Icon className={styles['icon']} />}
      </span>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {detail !== undefined && <div className={styles['detail']}>{detail}</div>}
      </div>
    </li>
  )
}
