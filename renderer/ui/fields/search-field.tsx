import { cleanTyped } from '#shared/text/person-text.ts'
import { Search, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../actions/button.tsx'
import { classNames } from '../class-names.ts'
import { keyboardFieldProps } from '../keyboard/use-field-focus.ts'
import field from './field.module.css'
import styles from './search-field.module.css'

export interface SearchFieldProps {
  /** Seen in the empty field, and heard. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Looks through what is on the screen while one types. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId()
  const ref = useRef<HTMLInputElement>(null)
  const { t } = useTranslation('common')
  return (
    <search className={styles['search']}>
      <Search className={styles['icon']} aria-hidden />
      <input
        {...keyboardFieldProps}
        ref={ref}
        id={id}
        type="text"
        className={classNames(field['control'], styles['input'])}
        value={value}
        placeholder={label}
        aria-label={label}
        maxLength={80}
        autoComplete="off"
        onChange={event => onChange(cleanTyped(event.target.value))}
        onKeyDown={event => {
          if (event.key === 'Escape') onChange('')
        }}
      />
      {value !== '' && (
        <span className={styles['clear']}>
          <Button
            variant="quiet"
            icon={X}
            onPress={() => {
              onChange('')
              ref.current?.focus()
            }}
          >
            {t('actions.clear')}
          </Button>
        </span>
      )}
    </search>
  )
}
