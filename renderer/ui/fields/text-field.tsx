import { cleanTyped } from '#shared/text/person-text.ts'
import { type ReactNode, useId, useRef } from 'react'
import { KeyboardButton } from '../keyboard/keyboard-button.tsx'
import { keyboardFieldProps } from '../keyboard/use-field-focus.ts'
import { describedBy, Field } from './field.tsx'
import styles from './field.module.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  /** Gives readable text only: what `isPersonText` refuses is dropped. */
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly maxLength?: number
  readonly onSubmit?: () => void
}

/** One line of text, written with either keyboard. */
export function TextField({ label, value, onChange, hint, error, maxLength = 200, onSubmit }: TextFieldProps) {
  const id = useId()
  const ref = useRef<HTMLInputElement>(null)
  return (
    <Field id={id} label={label} hint={hint} error={error} aside={<KeyboardButton field={ref} />}>
      <input
        {...keyboardFieldProps}
        ref={ref}
        id={id}
        className={styles['control']}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={event => onChange(cleanTyped(event.target.value))}
        onKeyDown={event => {
          if (event.key === 'Enter') onSubmit?.()
        }}
      />
    </Field>
  )
}
