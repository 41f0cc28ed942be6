import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './notice-bar.module.css'
import { type Tone, toneIcons } from './state-tone.ts'
import tones from './tones.module.css'

export interface NoticeBarProps {
  readonly tone: Tone
  readonly icon?: LucideIcon
  /** Bold first words. */
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Read out at once when it appears; left out, it is read in its place. */
  readonly role?: 'alert'
}

/** A sentence that matters here and now. Not for lists: those have cards. */
export function NoticeBar({ tone, icon, title, children, action, role }: NoticeBarProps) {
  const Icon = icon ?? toneIcons[tone]
  return (
    <div className={classNames(styles['bar'], tones[tone])} role={role}>
      <Icon className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
