import { useFormat } from '#renderer/i18n/format-context.tsx'
import styles from './money.module.css'

export interface MoneyProps {
  readonly cents: number
  /** A movement shows its plus too. */
  readonly isSigned?: boolean
}

/** An amount in figures that line up. */
export function Money({ cents, isSigned = false }: MoneyProps) {
  const format = useFormat()
  return (
    <span className={styles['money']}>
      {isSigned && cents > 0 && '+'}
      {format.money(cents)}
    </span>
  )
}
