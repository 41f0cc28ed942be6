import type { ReactNode } from 'react'
import { useKeyboard } from '../keyboard/keyboard-context.tsx'
import styles from './screen.module.css'

export interface ScreenProps {
  /** A `PageHeader`. */
  readonly header?: ReactNode
  /** Scrolls between header and footer. */
  readonly children: ReactNode
  /** Always in sight: the one next step, or the cart. */
  readonly footer?: ReactNode
  /** Before the content, always in sight, scrolling on its own: a `CategoryRail`. */
  readonly start?: ReactNode
  /** Beside the content, always in sight, scrolling on its own. */
  readonly aside?: ReactNode
  /** `text` keeps to a column in the middle, lines short enough to read; `full` uses the whole width. */
  readonly width?: 'text' | 'full'
  /** There is more to read than to press: the content takes the focus itself, so that keys can scroll it. */
  readonly isReading?: boolean
}

/** The inside of the frame. Only its content scrolls, so that where one is and what comes next stay in sight. */
export function Screen({ header, children, footer, start, aside, width = 'full', isReading = false }: ScreenProps) {
  const isTyping = useKeyboard().field !== undefined
  return (
    <div className={styles['screen']} data-width={width} data-typing={isTyping || undefined}>
      {header}
      <div className={styles['middle']}>
        {start !== undefined && <div className={styles['start']}>{start}</div>}
        <div className={styles['scroll']} data-scroll {...(isReading && { tabIndex: 0 })}>
          <div className={styles['content']}>{children}</div>
        </div>
        {aside !== undefined && <aside className={styles['aside']}>{aside}</aside>}
      </div>
      {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
    </div>
  )
}
