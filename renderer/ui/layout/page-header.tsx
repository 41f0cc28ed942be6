import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../actions/button.tsx'
import { Picture } from '../display/picture.tsx'
import styles from './page-header.module.css'
import { useHeadingFocus } from './use-heading-focus.ts'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** The place's own picture, the same as on its tile and in the rail. */
  readonly picture?: string
  readonly line?: ReactNode
  readonly onBack?: () => void
  /** Says where back leads, where "Back" alone is not enough. */
  readonly backLabel?: string
  /** At the end: a state, a sum, a search. */
  readonly aside?: ReactNode
}

/** Where am I. Its heading takes the focus when it appears; a form of several steps gives it a `key` per step. */
export function PageHeader({ title, picture, line, onBack, backLabel, aside }: PageHeaderProps) {
  const { t } = useTranslation('common')
  const heading = useHeadingFocus()
  return (
    <header className={styles['header']}>
      {onBack !== undefined && (
        <Button icon={ArrowLeft} onPress={onBack}>
          {backLabel ?? t('actions.back')}
        </Button>
      )}
      {picture !== undefined && onBack === undefined && <Picture name={picture} size="medium" />}
      <div className={styles['words']}>
        <h1 ref={heading} className={styles['title']} tabIndex={-1}>
          {title}
        </h1>
        {line !== undefined && <p className={styles['line']}>{line}</p>}
      </div>
      {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
    </header>
  )
}
