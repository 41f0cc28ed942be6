import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../stores/account-view.ts'
import { useLine } from '../stores/use-line.ts'
import { useNow } from '../stores/use-now.ts'
import styles from './account.module.css'

const CLOCK_MS = 60_000

/** The figures, each with what it means. What the prison does not know yet is never mixed into what it said. */
export function AccountFigures({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('account')
  const { lastContactAt } = useLine()
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  return (
    <Card>
      <div className={styles['figures']}>
        <p className={styles['available']}>
          <span>{t('available')}</span>
          <span className={styles['figure']}>
            <Money cents={account.availableCents} />
          </span>
        </p>
        {account.heldCents !== 0 && <Line label={t('held')} text={t('heldText')} cents={account.heldCents} />}
        {account.recordedHereCents !== 0 && (
          <>
            <Line
              label={t('recordedHere')}
              text={t('recordedHereText')}
              cents={-account.recordedHereCents}
              badge={<StateBadge tone="recorded" />}
            />
            <Line label={t('left')} cents={account.leftCents} />
          </>
        )}
        {lastContactAt !== null && (
          <p className={styles['quiet']}>{t('asOf', { when: format.relativeDayTime(lastContactAt, now) })}</p>
        )}
      </div>
    </Card>
  )
}

interface LineProps {
  readonly label: string
  readonly text?: string
  readonly cents: number
  readonly badge?: ReactNode
}

function Line({ label, text, cents, badge }: LineProps) {
  return (
    <div className={styles['line']}>
      <div className={styles['words']}>
        <p className={styles['label']}>
          {label} {badge}
        </p>
        {text !== undefined && <p className={styles['quiet']}>{text}</p>}
      </div>
      <Money cents={cents} />
    </div>
  )
}
