import { Delete } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './pin-pad.module.css'

export interface PinPadProps {
  /** What is entered: "Your PIN". */
  readonly label: string
  readonly value: string
  readonly onChange: (digits: string) => void
  readonly onSubmit: () => void
  /** On the last key: "Sign in". */
  readonly submitLabel: string
  /** How many digits make it worth submitting. */
  readonly minLength: number
  readonly isPending?: boolean
  readonly maxLength: number
  /** A PIN is never shown; a number is. */
  readonly isSecret: boolean
  readonly isDisabled?: boolean
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * Large digits to touch; the digits of a real keyboard work as well, wherever the focus is.
 *
 *  - Takes digits only, and no more than `maxLength`.
 *  - Says how many digits a secret has, never which.
 */
export function PinPad({
  label,
  value,
  onChange,
  onSubmit,
  submitLabel,
  minLength,
  maxLength,
  isSecret,
  isDisabled = false,
  isPending = false,
}: PinPadProps) {
  const { t } = useTranslation('common')
  const add = (digit: string) => {
    if (!isDisabled && value.length < maxLength) onChange(value + digit)
  }
  const remove = () => {
    if (!isDisabled) onChange(value.slice(0, -1))
  }
  const submit = () => {
    if (!isDisabled && !isPending && value.length >= minLength) onSubmit()
  }
  useDigitKeys({ add, remove, submit })

  return (
    <div className={styles['pad']}>
      <output className={styles['shown']} aria-label={label} aria-live="polite">
        <span className={styles['digits']} data-secret={isSecret || undefined} aria-hidden={isSecret}>
          {isSecret ? '•'.repeat(value.length) : value}
        </span>
        {isSecret && <span className={styles['heard']}>{t('pad.digitsEntered', { count: value.length })}</span>}
      </output>
      <fieldset className={styles['keys']} aria-label={t('pad.keys')}>
        {digits.map(digit => (
          <DigitKey key={digit} digit={digit} isDisabled={isDisabled} onPress={add} />
        ))}
        <button type="button" className={styles['delete']} disabled={isDisabled} onClick={remove}>
          <Delete className={styles['icon']} aria-hidden />
          {t('actions.delete')}
        </button>
        <DigitKey digit="0" isDisabled={isDisabled} onPress={add} />
        <button
          type="button"
          className={styles['submit']}
          disabled={isDisabled || value.length < minLength}
          aria-busy={isPending || undefined}
          onClick={submit}
        >
          {isPending ? t('working') : submitLabel}
        </button>
      </fieldset>
    </div>
  )
}

interface DigitKeyProps {
  readonly digit: string
  readonly isDisabled: boolean
  readonly onPress: (digit: string) => void
}

function DigitKey({ digit, isDisabled, onPress }: DigitKeyProps) {
  return (
    <button type="button" className={styles['key']} disabled={isDisabled} onClick={() => onPress(digit)}>
      {digit}
    </button>
  )
}

interface DigitKeyActions {
  readonly add: (digit: string) => void
  readonly remove: () => void
  readonly submit: () => void
}

function useDigitKeys(actions: DigitKeyActions) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (/^[0-9]$/.test(event.key)) actions.add(event.key)
    if (event.key === 'Backspace') actions.remove()
    // Enter on a button presses that button.
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) actions.submit()
  })
  useEffect(() => {
    const listening = new AbortController()
    document.addEventListener('keydown', event => press(event), { signal: listening.signal })
    return () => listening.abort()
  }, [])
}
