import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../class-names.ts'
import styles from './state-badge.module.css'
import { type StateTone, toneIcons } from './state-tone.ts'
import tones from './tones.module.css'

export interface StateBadgeProps {
  readonly tone: StateTone
  /** The word; left out, the tone's own ("Recorded here", "On its way", "Received", "Needs you"). */
  readonly children?: ReactNode
  readonly icon?: LucideIcon
}

/** Where something stands: symbol, word and colour, always all three. */
export function StateBadge({ tone, children, icon }: StateBadgeProps) {
  const { t } = useTranslation('common')
  const Icon = icon ?? toneIcons[tone]
  return (
    <span className={classNames(styles['badge'], tones[tone])}>
      <Icon className={styles['icon']} aria-hidden />
      <span>{children ?? t(`state.${tone}`)}</span>
    </span>
  )
}
