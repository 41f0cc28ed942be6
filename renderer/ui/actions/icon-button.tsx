import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import styles from './icon-button.module.css'

export interface IconButtonProps {
  readonly icon: LucideIcon
  /** What a listener hears. The eye must find the same word next to the button. */
  readonly label: string
  readonly onPress: () => void
  readonly isDisabled?: boolean
  readonly isExpanded?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A symbol to press, only where its word already stands beside it: − and + of a count, closing a panel. */
export function IconButton({ icon: Icon, label, onPress, isDisabled = false, isExpanded, ref }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles['button']}
      aria-label={label}
      aria-expanded={isExpanded}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Icon className={styles['icon']} aria-hidden />
    </button>
  )
}
