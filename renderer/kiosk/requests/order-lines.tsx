import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Card } from '#renderer/ui/display/card.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../stores/request-view.ts'
import styles from './requests.module.css'

/** What was ordered, as on the receipt. */
export function OrderLines({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('requests')
  const localText = useLocalText()
  const format = useFormat()
  const id = useId()
  return (
    <Card as="section" labelledBy={id}>
      <h2 id={id} className={styles['groupTitle']}>
        {t('order')}
      </h2>
      <ul className={styles['lines']}>
        {order.lines.map(({ productId, names, quantity, unitPriceCents }) => (
          <li key={productId} className={styles['line']}>
            <span className={styles['product']}>{names === null ? t('unknownProduct') : localText(names)}</span>
            <span className={styles['each']}>{t('each', { quantity, price: format.money(unitPriceCents) })}</span>
            <Money cents={quantity * unitPriceCents} />
          </li>
        ))}
        <li className={styles['total']}>
          <span className={styles['product']}>{t('total')}</span>
          <Money cents={order.totalCents} />
        </li>
      </ul>
    </Card>
  )
}
