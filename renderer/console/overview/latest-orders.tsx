import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { OrderView } from '#shared/contracts/staff.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { useOrders } from '../api/use-orders.ts'
import { FailureNote } from '../layout/failure-note.tsx'
import pageStyles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { outcomeOf, outcomeTones } from './outcome-of.ts'
import styles from './latest-orders.module.css'
import { useOrderWords } from './use-order-words.ts'

/** How many orders are shown before somebody asks for more. */
const SHOWN = 5

/** Who ordered what, when and why, and what became of it. The latest first. */
export function LatestOrders() {
  const { t } = useTranslation('console')
  const { orders, failure } = useOrders()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? orders : orders?.slice(0, SHOWN)
  return (
    <Section title={t('history.title')}>
      <FailureNote failure={failure} />
      {shown === undefined && failure === undefined && <Skeleton shape="line" />}
      {orders?.length === 0 && <p className={pageStyles['quiet']}>{t('history.none')}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ul>
          {shown.map(order => (
            <OrderItem key={order.id} order={order} all={orders ?? []} />
          ))}
        </ul>
      )}
      {!isWhole && orders !== undefined && orders.length > SHOWN && (
        <div>
          <Button onPress={() => setWhole(true)}>{t('history.all')}</Button>
        </div>
      )}
    </Section>
  )
}

interface OrderItemProps {
  readonly order: OrderView
  readonly all: readonly OrderView[]
}

function OrderItem({ order, all }: OrderItemProps) {
  const { t } = useTranslation('console')
  const { closings } = useConsole().state
  const format = useFormat()
  const now = useNow()
  const describe = useOrderWords(all)
  const outcome = outcomeOf(order, closings)
  const { what, details, line } = describe(order)
  const at = (instant: string) => format.relativeDayTime(instant, now)
  const { decidedBy, decidedAt } = order
  return (
    <li className={pageStyles['item']}>
      <div className={styles['head']}>
        <p className={pageStyles['what']}>{what}</p>
        <StateBadge tone={outcomeTones[outcome]}>{t(`history.${outcome}`)}</StateBadge>
      </div>
      {details !== '' && <p>{details}</p>}
      {line !== null && <p className={pageStyles['quote']}>{line}</p>}
      <p className={pageStyles['quiet']}>
        {t('history.by', { name: order.orderedBy, when: at(order.orderedAt) })}
        {decidedBy !== null && decidedAt !== null && outcome !== 'withdrawn' && (
          <>
            <br />
            {t(outcome === 'declined' ? 'history.declinedBy' : 'history.approvedBy', {
              name: decidedBy,
              when: at(decidedAt),
            })}
          </>
        )}
      </p>
    </li>
  )
}
