import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Moment } from '#renderer/ui/display/moment.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import type { AccountEntryView } from '../stores/account-view.ts'
import styles from './account.module.css'

const AT_FIRST = 20

/** Every movement, newest first, with what was left after it. */
export function AccountMovements({ entries }: { readonly entries: readonly AccountEntryView[] }) {
  const { t } = useTranslation('account')
  const [limit, setLimit] = useState(AT_FIRST)
  const id = useId()
  return (
    <section className={styles['movements']} aria-labelledby={id}>
      <h2 id={id} className={styles['heading']}>
        {t('movements')}
      </h2>
      {entries.length === 0 && (
        <p className={styles['quiet']}>
          {t('empty.title')}. {t('empty.text')}
        </p>
      )}
      {entries.length > 0 && <List entries={entries.slice(0, limit)} />}
      {entries.length > limit && (
        <Button icon={ChevronDown} onPress={() => setLimit(limit + AT_FIRST)}>
          {t('showOlder')}
        </Button>
      )}
    </section>
  )
}

function List({ entries }: { readonly entries: readonly AccountEntryView[] }) {
  return (
    <Card padding="small">
      <ul className={styles['list']}>
        {entries.map(entry => (
          <Movement key={entry.id} entry={entry} />
        ))}
      </ul>
    </Card>
  )
}

function Movement({ entry }: { readonly entry: AccountEntryView }) {
  const { t } = useTranslation('account')
  const { went } = useNavigation()
  const format = useFormat()
  const { requestId } = entry
  return (
    <li className={styles['movement']}>
      <div className={styles['words']}>
        <p className={styles['label']}>{t(`kind.${entry.kind}`)}</p>
        <p className={styles['quiet']}>
          <Moment at={entry.at} show="day" />
        </p>
      </div>
      {requestId !== null && (
        <Button variant="quiet" onPress={() => went({ place: 'requests', requestId })}>
          {t('seeOrder')}
        </Button>
      )}
      <div className={styles['amounts']}>
        <Amount entry={entry} />
        <span className={styles['quiet']}>{t('after', { amount: format.money(entry.balanceCents) })}</span>
      </div>
    </li>
  )
}

/** What is paid out of the money put aside was taken off before: with a minus it would read as paid twice. */
function Amount({ entry: { kind, amountCents } }: { readonly entry: AccountEntryView }) {
  if (kind !== 'order-debit') return <Money cents={amountCents} isSigned />
  return (
    <span className={styles['settled']}>
      <Money cents={Math.abs(amountCents)} />
    </span>
  )
}
