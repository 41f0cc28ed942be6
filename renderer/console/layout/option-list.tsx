import { VisuallyHidden } from '#renderer/ui/live/visually-hidden.tsx'
import { useId } from 'react'
import styles from './option-list.module.css'

export interface OptionListProps<Value extends string> {
  readonly label: string
  /** Where a heading asks already. */
  readonly isLabelHidden?: boolean
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One of a few words, side by side where there is room: the platform's own radio buttons, so arrow keys move. */
export function OptionList<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
}: OptionListProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['label']}>{isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}</legend>
      <div className={styles['options']}>
        {options.map(option => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              className={styles['radio']}
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
