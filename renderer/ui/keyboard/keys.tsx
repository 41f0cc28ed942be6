import { ArrowBigUp, Delete } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../class-names.ts'
import styles from './on-screen-keyboard.module.css'

export interface KeyProps {
  readonly text: string
  readonly onPress: () => void
}

/** A key that writes what stands on it. Out of the tab order: who can press Tab has the real keys. */
export function Key({ text, onPress }: KeyProps) {
  return (
    <button type="button" tabIndex={-1} className={styles['key']} onClick={onPress}>
      {text}
    </button>
  )
}

export interface ActionKeyProps {
  readonly children: ReactNode
  readonly label?: string | undefined
  readonly onPress: () => void
  readonly width: 'wide' | 'wider' | 'space'
  readonly isPressed?: boolean
}

/** A key that does something else than write one character. */
export function ActionKey({ children, label, onPress, width, isPressed }: ActionKeyProps) {
  const className = classNames(styles['key'], width !== 'space' && styles['action'], styles[width])
  return (
    <button
      type="button"
      tabIndex={-1}
      className={className}
      aria-label={label}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

export function ShiftKey({ isShifted, onPress }: { readonly isShifted: boolean; readonly onPress: () => void }) {
  const { t } = useTranslation('common')
  return (
    <ActionKey label={t('keyboard.shift')} isPressed={isShifted} width="wide" onPress={onPress}>
      <ArrowBigUp className={styles['icon']} aria-hidden />
    </ActionKey>
  )
}

export function BackspaceKey({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('common')
  return (
    <ActionKey label={t('keyboard.backspace')} width="wide" onPress={onPress}>
      <Delete className={styles['icon']} aria-hidden />
    </ActionKey>
  )
}
