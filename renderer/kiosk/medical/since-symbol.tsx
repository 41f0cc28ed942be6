import type { MedicalContent } from '#shared/medical/medical-content.ts'
import styles from './since-symbol.module.css'

const WEEKS = 4
const DAYS_OF_WEEK = 7
const CELL = 8

/** How many of the days shown are filled. */
const filledDays: Readonly<Record<MedicalContent['sinceWhen'], number>> = {
  today: 1,
  'some-days': 4,
  'some-weeks': 14,
  longer: WEEKS * DAYS_OF_WEEK,
}

/** Four weeks of days, filled as long as it has been: the answer for who does not read the word. */
export function SinceSymbol({ since }: { readonly since: MedicalContent['sinceWhen'] }) {
  return (
    <svg
      className={styles['symbol']}
      viewBox={`0 0 ${DAYS_OF_WEEK * CELL} ${WEEKS * CELL}`}
      aria-hidden
      focusable="false"
    >
      {Array.from({ length: WEEKS * DAYS_OF_WEEK }, (_, day) => (
        <rect
          key={day}
          className={day < filledDays[since] ? styles['filled'] : styles['free']}
          x={(day % DAYS_OF_WEEK) * CELL + 1}
          y={Math.floor(day / DAYS_OF_WEEK) * CELL + 1}
          width={CELL - 2}
          height={CELL - 2}
          rx="1.5"
        />
      ))}
    </svg>
  )
}
