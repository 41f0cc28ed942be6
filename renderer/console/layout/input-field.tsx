import { describedBy, Field } from '#renderer/ui/fields/field.tsx'
import { type ReactNode, useId } from 'react'
import styles from './input-field.module.css'

export interface InputFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'datetime-local'
  readonly inputMode?: 'numeric'
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly maxLength?: number
  readonly onSubmit?: () => void
}

/** One line, or a moment, written with the keyboard of whoever's desk or phone this is. */
export function InputField({
  label,
  value,
  onChange,
  type = 'text',
  inputMode,
  hint,
  error,
  maxLength,
  onSubmit,
}: InputFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type={type}
        inputMode={inputMode}
        className={styles['control']}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') onSubmit?.()
        }}
      />
    </Field>
  )
}

export interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of many, by the platform's own list: it works with every keyboard and on every phone. */
export function SelectField({ label, value, onChange, options }: SelectFieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label}>
      <select id={id} className={styles['control']} value={value} onChange={event => onChange(event.target.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
