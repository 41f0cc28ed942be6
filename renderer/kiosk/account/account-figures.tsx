import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { Wallet } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../stores/account-view.ts'
import { useLine } from '../stores/use-line.ts'
import { useNow } from '../stores/use-now.ts'
import styles from './account.module.css'

const CLOCK_MS = 60_000

/** What is left to order with, then what it is made of: what the prison said, and apart from it what is only here. */
export function AccountFigures({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('account')
  const { lastContactAt } = useLine()
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  return (
    <Card>
      <div className={styles['figures']}>
        <LeftToOrder cents={account.leftCents} />
        {account.recordedHereCents !== 0 && (
          <>
            <Line label={t('known')} cents={account.availableCents} />
            <Line
              label={t('recordedHere')}
              badge={<StateBadge tone="recorded" />}
              text={t('recordedHereText')}
              cents={-account.recordedHereCents}
            />
          </>
        )}
        {account.heldCents !== 0 && <Line label={t('held')} text={t('heldText')} cents={account.heldCents} />}
        {lastContactAt !== null && (
          <p className={styles['quiet']}>{t('asOf', { when: format.relativeDayTime(lastContactAt, now) })}</p>
        )}
      </div>
    </Card>
  )
}

/** A minus is not an amount to order for: then it says so, and what the account stands at. */
function LeftToOrder({ cents }: { readonly cents: number }) {
  const { t } = useTranslation('account')
  const canOrder = cents > 0
  return (
    <div className={styles['left']}>
      {!canOrder && (
        <NoticeBar tone="closed" icon={Wallet} title={t('nothing')}>
          {t('nothingText')}
        </NoticeBar>
      )}
      <p className={styles['available']}>
        <span>{t(canOrder ? 'available' : 'standsAt')}</span>
        <span className={styles['figure']}>
          <Money cents={cents} />
        </span>
      </p>
    </div>
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
        <p className={styles['label']}>{label}</p>
        {text !== undefined && <p className={styles['quiet']}>{text}</p>}
        {badge}
      </div>
      <Money cents={cents} />
    </div>
  )
}
