import type { ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import styles from './field.module.css'

export interface FieldProps {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and how to mend it; read out when it appears. */
  readonly error?: ReactNode
  /** Beside the label, at the end of its line. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A label, the control, and what there is to say about it. The control refers to `${id}-hint` and `${id}-error`. */
export function Field({ id, label, hint, error, aside, children }: FieldProps) {
  return (
    <div className={styles['field']} data-field>
      <div className={styles['head']}>
        <label className={styles['label']} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {children}
      {/* Always there, so that what appears in it is read out. */}
      <p id={`${id}-error`} className={styles['error']} role="alert">
        {error !== undefined && (
          <>
            <CircleAlert className={styles['icon']} aria-hidden />
            {error}
          </>
        )}
      </p>
    </div>
  )
}

/** Which ids describe a control. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}
