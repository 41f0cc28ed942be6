import { cleanTyped } from '#shared/text/person-text.ts'
import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardButton } from '../keyboard/keyboard-button.tsx'
import { keyboardFieldProps } from '../keyboard/use-field-focus.ts'
import { classNames } from '../class-names.ts'
import { describedBy, Field } from './field.tsx'
import styles from './field.module.css'

export interface TextAreaProps {
  readonly label: string
  readonly value: string
  /** Gives readable text only: what `isPersonText` refuses is dropped. */
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** In UTF-16 units, as the schemas count. */
  readonly maxLength: number
  readonly rows?: number
}

/** Several lines, with a word on what is left of the room once that is little. */
export function TextArea({ label, value, onChange, hint, error, maxLength, rows = 4 }: TextAreaProps) {
  const id = useId()
  const ref = useRef<HTMLTextAreaElement>(null)
  const { t } = useTranslation('common')
  const left = maxLength - value.length
  return (
    <Field id={id} label={label} hint={hint} error={error} aside={<KeyboardButton field={ref} />}>
      <textarea
        {...keyboardFieldProps}
        ref={ref}
        id={id}
        className={classNames(styles['control'], styles['area'])}
        value={value}
        rows={rows}
        maxLength={maxLength}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={event => onChange(cleanTyped(event.target.value))}
      />
      {left < maxLength / 5 && <p className={styles['count']}>{t('charactersLeft', { count: left })}</p>}
    </Field>
  )
}
