import { Money } from '#renderer/ui/display/money.tsx'
import type { Rejection } from '#shared/contracts/verdict.ts'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../stores/request-view.ts'
import styles from './price-rise.module.css'
import { useProductName } from './use-product-name.ts'

export interface PriceRiseProps {
  readonly rise: Extract<Rejection, { code: 'ORDER_PRICE_ROSE' }>
  readonly order: OrderView | null
}

/** Old price and new price, product by product, and what the whole order would cost now. */
export function PriceRise({ rise, order }: PriceRiseProps) {
  const { t } = useTranslation('rejections')
  const productName = useProductName(order)
  return (
    <table className={styles['prices']} aria-label={t('priceRise.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('priceRise.product')}</th>
          <th scope="col">{t('priceRise.seen')}</th>
          <th scope="col">{t('priceRise.now')}</th>
        </tr>
      </thead>
      <tbody>
        {rise.lines.map(({ productId, seenCents, nowCents }) => (
          <tr key={productId}>
            <th scope="row">{productName(productId)}</th>
            <td>
              <Money cents={seenCents} />
            </td>
            <td className={styles['now']}>
              <Money cents={nowCents} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('priceRise.total')}
          </th>
          <td className={styles['now']}>
            <Money cents={rise.totalCents} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
