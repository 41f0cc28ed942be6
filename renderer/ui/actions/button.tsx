import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../class-names.ts'
import styles from './button.module.css'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** One primary button a screen; `danger` for what cannot be taken back. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'regular' | 'large'
  readonly icon?: LucideIcon | undefined
  /** On the right of the word, for going onwards. */
  readonly iconAfter?: LucideIcon | undefined
  /** Work is under way: presses do nothing, the focus stays, and it says so. */
  readonly isPending?: boolean
  readonly isDisabled?: boolean
  readonly isWide?: boolean
  readonly isSubmit?: boolean
  readonly describedBy?: string | undefined
  /** What is heard instead of the words, where the words alone would not say of what. */
  readonly label?: string | undefined
  readonly isExpanded?: boolean | undefined
  readonly controls?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with its word. A pending one takes no second press. */
export function Button({
  children,
  onPress,
  variant = 'secondary',
  size = 'regular',
  icon: Icon,
  iconAfter: IconAfter,
  isPending = false,
  isDisabled = false,
  isWide = false,
  isSubmit = false,
  describedBy,
  label,
  isExpanded,
  controls,
  ref,
}: ButtonProps) {
  const { t } = useTranslation('common')
  const className = classNames(
    styles['button'],
    styles[variant],
    size === 'large' && styles['large'],
    isWide && styles['wide'],
  )
  return (
    <button
      ref={ref}
      type={isSubmit ? 'submit' : 'button'}
      className={className}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      aria-label={label}
      aria-describedby={describedBy}
      aria-expanded={isExpanded}
      aria-controls={controls}
      onClick={event => {
        if (isPending) event.preventDefault()
        else onPress?.()
      }}
    >
      {Icon !== undefined && <Icon className={styles['icon']} aria-hidden />}
      <span>{isPending ? t('working') : children}</span>
      {isPending && <span className={styles['pulse']} aria-hidden />}
      {IconAfter !== undefined && !isPending && <IconAfter className={styles['icon']} aria-hidden />}
    </button>
  )
}
