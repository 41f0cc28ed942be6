import { Button } from '#renderer/ui/actions/button.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './pad-page.module.css'

export interface PadPageProps {
  readonly title: string
  readonly hint: string
  /** What there is to say: that it did not match, that one has to wait, that the draft is kept. */
  readonly message: ReactNode
  readonly onBack: () => void
  readonly backLabel?: string
  readonly above?: ReactNode
  /** The digits. */
  readonly children: ReactNode
}

/** Words on one side, keys on the other: on a low screen both stay in sight. */
export function PadPage({ title, hint, message, onBack, backLabel, above, children }: PadPageProps) {
  const { t } = useTranslation('common')
  const heading = useHeadingFocus()
  return (
    <section className={styles['page']}>
      <div className={styles['words']}>
        {above}
        <h1 ref={heading} className={styles['title']} tabIndex={-1}>
          {title}
        </h1>
        <p className={styles['hint']}>{hint}</p>
        <div className={styles['message']}>{message}</div>
        <div>
          <Button icon={ArrowLeft} onPress={onBack}>
            {backLabel ?? t('actions.back')}
          </Button>
        </div>
      </div>
      {children}
    </section>
  )
}
