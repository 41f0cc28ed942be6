import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { Progress } from '#shared/contracts/staff.ts'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../layout/section.tsx'
import styles from './obedience.module.css'

/** How many names are shown of a list; the rest is counted. */
const NAMED = 40

/** The terminals obeying one by one, and those that cannot be reached, with the time their lease ends. */
export function Obedience({ progress }: { readonly progress: Progress | undefined }) {
  const { t } = useTranslation('console')
  return (
    <Section title={t('obey.title')}>
      {progress === undefined ? <Skeleton shape="line" /> : <Figures progress={progress} />}
    </Section>
  )
}

function Figures({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('console')
  const { terminals, obeyed } = progress.counts
  if (terminals === 0) return <p className={styles['quiet']}>{t('obey.none')}</p>
  return (
    <>
      <p className={styles['figure']} aria-live="polite">
        {obeyed === terminals ? t('obey.all') : t('obey.count', { obeyed, terminals })}
      </p>
      <Bar counts={progress.counts} />
      <Unreachable progress={progress} />
      {progress.obeyed.length > 0 && (
        <>
          <h3 className={styles['subtitle']}>{t('obey.last')}</h3>
          <ul className={styles['terminals']}>
            {progress.obeyed.slice(0, NAMED).map(({ name, at }) => (
              // Keyed by the moment too, so that one that obeys anew comes in anew.
              <li key={`${name} ${at ?? ''}`} className={styles['terminal']}>
                <Check aria-hidden />
                {name}
              </li>
            ))}
          </ul>
          <More count={obeyed - Math.min(NAMED, progress.obeyed.length)} />
        </>
      )}
    </>
  )
}

function Bar({ counts }: { readonly counts: Progress['counts'] }) {
  const { t } = useTranslation('console')
  const parts = ['obeyed', 'sent', 'issued', 'unreachable'] as const
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

function Unreachable({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const now = useNow()
  if (progress.counts.unreachable === 0) return null
  const named = progress.unreachable.slice(0, NAMED)
  const lease = (until: string | null) => {
    if (until === null) return t('obey.noLease')
    if (Date.parse(until) <= now) return t('obey.leaseEnded')
    return t('obey.lease', { when: format.relativeDayTime(until, now) })
  }
  return (
    <>
      <h3 className={styles['subtitle']}>{t('obey.unreachableTitle')}</h3>
      <ul className={styles['names']}>
        {named.map(({ name, leaseUntil }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span className={styles['quiet']}>{lease(leaseUntil)}</span>
          </li>
        ))}
      </ul>
      <More count={progress.counts.unreachable - named.length} />
    </>
  )
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation('console')
  return count > 0 && <p className={styles['quiet']}>{t('obey.more', { count })}</p>
}
