import type { Progress } from '#shared/contracts/staff.ts'
import { useTranslation } from 'react-i18next'
import styles from './obedience.module.css'

const parts = ['obeyed', 'sent', 'issued', 'unreachable'] as const

/** How many obey, were told, are about to be, cannot be reached: a bar, and its key in words. */
export function ObedienceBar({ counts }: { readonly counts: Progress['counts'] }) {
  const { t } = useTranslation('console')
  const share = (count: number) => (100 * count) / counts.terminals
  const told = counts.obeyed + counts.sent
  const before = { obeyed: 0, sent: counts.obeyed, issued: told, unreachable: told + counts.issued }
  return (
    <>
      <svg className={styles['bar']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
        {parts.map(part => (
          <rect key={part} className={styles[part]} x={share(before[part])} width={share(counts[part])} height="10" />
        ))}
      </svg>
      <ul className={styles['key']}>
        {parts
          .filter(part => counts[part] > 0)
          .map(part => (
            <li key={part}>
              <svg className={styles['swatch']} viewBox="0 0 10 10" aria-hidden>
                <rect className={styles[part]} width="10" height="10" />
              </svg>
              {counts[part]} {t(`obey.${part}`)}
            </li>
          ))}
      </ul>
    </>
  )
}
