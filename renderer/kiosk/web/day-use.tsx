import { classNames } from '#renderer/ui/class-names.ts'
import { CircleSlash, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WebPage } from '../stores/web-store.ts'
import styles from './day-use.module.css'
import { refusalKind } from './refusal-kind.ts'

/** From here on it is said in words that little is left. */
const LITTLE_LEFT_PERCENT = 80

/** How much of the day's use of the site is spent: always there, quiet, and in words before it matters. */
export function DayUse({ page }: { readonly page: Pick<WebPage, 'budget' | 'refusal'> }) {
  const { t } = useTranslation('web')
  const used = usedPercent(page)
  const isSpent = used === 100
  const isLittle = used >= LITTLE_LEFT_PERCENT
  const Icon = isSpent ? CircleSlash : TriangleAlert
  return (
    <div className={classNames(styles['use'], isLittle && styles[isSpent ? 'spent' : 'little'])}>
      {/* There before it has words, so that they are read out when they come. */}
      <output className={styles['word']} aria-label={t('use.label')}>
        {isLittle && <Icon className={styles['icon']} aria-hidden />}
        {isLittle && t(isSpent ? 'use.spent' : 'use.little')}
      </output>
      <p className={styles['share']}>{t('use.share', { percent: used })}</p>
      <progress className={styles['track']} max={100} value={used} aria-hidden />
    </div>
  )
}

/** The gateway counts too, and what was read on another terminal: where it says that all is spent, it is. */
function usedPercent({ budget, refusal }: Pick<WebPage, 'budget' | 'refusal'>): number {
  return refusal !== null && refusalKind(refusal.reason) === 'spent' ? 100 : budget.usedPercent
}
