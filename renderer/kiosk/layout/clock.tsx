import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useNow } from '../stores/use-now.ts'
import styles from './clock.module.css'

const CLOCK_MS = 5000

/** The time in the prison. */
export function Clock() {
  const format = useFormat()
  const now = new Date(useNow(CLOCK_MS)).toISOString()
  return (
    <time className={styles['clock']} dateTime={now}>
      {format.time(now)}
    </time>
  )
}
