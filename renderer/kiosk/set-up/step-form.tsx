import { Button } from '#renderer/ui/actions/button.tsx'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './step.module.css'

export interface StepFormProps {
  readonly title: string
  readonly onGoOn: () => void
  readonly onBack?: (() => void) | undefined
  readonly isPending: boolean
  readonly children: ReactNode
}

/** A step with one field. Its field has the focus at once: who has a keyboard types without looking for it. */
export function StepForm({ title, onGoOn, onBack, isPending, children }: StepFormProps) {
  const { t } = useTranslation(['setUp', 'common'])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      className={styles['step']}
      aria-label={title}
      onSubmit={event => {
        event.preventDefault()
        if (!isPending) onGoOn()
      }}
    >
      <h1 className={styles['title']}>{title}</h1>
      {children}
      <div className={styles['actions']}>
        {onBack !== undefined && (
          <Button size="large" icon={ArrowLeft} onPress={onBack}>
            {t('common:actions.back')}
          </Button>
        )}
        <Button isSubmit variant="primary" size="large" iconAfter={ArrowRight} isPending={isPending}>
          {t('goOn')}
        </Button>
      </div>
    </form>
  )
}
