import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './page.module.css'

export interface PageProps {
  readonly title: string
  readonly icon?: LucideIcon
  /** For a few words and fields: no wider than they are read well. */
  readonly isNarrow?: boolean
  readonly children: ReactNode
}

/** The page of one task. Its heading takes the focus when it appears. */
export function Page({ title, icon: Icon, isNarrow = false, children }: PageProps) {
  const heading = useHeadingFocus()
  return (
    <div className={classNames(styles['page'], isNarrow && styles['narrow'])}>
      <h1 ref={heading} tabIndex={-1} className={styles['title']}>
        {Icon !== undefined && <Icon aria-hidden />}
        {title}
      </h1>
      {children}
    </div>
  )
}
