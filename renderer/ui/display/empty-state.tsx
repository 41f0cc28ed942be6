import type { ReactNode } from 'react'
import { Picture } from './picture.tsx'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  readonly picture: string
  readonly title: string
  /** What would be here, and how it gets here. */
  readonly children: ReactNode
  /** A button to go on with. */
  readonly action?: ReactNode
}

/** An empty list that says what would be here. Also for closed and failed: what is true, and what follows. */
export function EmptyState({ picture, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <Picture name={picture} size="huge" />
      <h2 className={styles['title']}>{title}</h2>
      <div className={styles['text']}>{children}</div>
      {action}
    </div>
  )
}
