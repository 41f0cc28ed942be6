import { useFormat } from '#renderer/i18n/format-context.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { Progress } from '#shared/contracts/staff.ts'
import { Check, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../layout/section.tsx'
import { ObedienceBar } from './obedience-bar.tsx'
import styles from './obedience.module.css'

/** How many names are shown of a list; the rest is counted. */
const NAMED = 40
const NAMED_OBEYED = 24

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
      <ObedienceBar counts={progress.counts} />
      <Unreachable progress={progress} />
      <Sent progress={progress} />
      <Obeyed progress={progress} />
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
    <div className={styles['list']}>
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
    </div>
  )
}

function Sent({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('console')
  if (progress.counts.sent === 0) return null
  const named = progress.sent.slice(0, NAMED)
  return (
    <div className={styles['list']}>
      <h3 className={styles['subtitle']}>{t('obey.sentTitle')}</h3>
      <ul className={styles['terminals']}>
        {named.map(({ name }) => (
          <li key={name} className={styles['terminal']}>
            <Hourglass aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <More count={progress.counts.sent - named.length} />
    </div>
  )
}

function Obeyed({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('console')
  const { terminals, obeyed } = progress.counts
  const named = progress.obeyed.slice(0, NAMED_OBEYED)
  if (named.length === 0) return null
  return (
    <div className={classNames(styles['list'], styles['last'])} data-settled={obeyed === terminals ? true : undefined}>
      <h3 className={styles['subtitle']}>{t('obey.last')}</h3>
      <ul className={styles['terminals']}>
        {named.map(({ name, at }) => (
          // Keyed by the moment too, so that one that obeys anew comes in anew.
          <li key={`${name} ${at ?? ''}`} className={classNames(styles['terminal'], styles['done'])}>
            <Check aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <More count={obeyed - named.length} />
    </div>
  )
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation('console')
  return count > 0 && <p className={styles['quiet']}>{t('obey.more', { count })}</p>
}
