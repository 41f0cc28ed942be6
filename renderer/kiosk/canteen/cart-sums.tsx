import { Money } from '#renderer/ui/display/money.tsx'
import { useTranslation } from 'react-i18next'
import type { CartView } from '../stores/cart-view.ts'
import styles from './cart-sums.module.css'

export interface CartSumsProps {
  readonly cart: CartView
  readonly isWindowOpen: boolean
}

/** What it costs, what stays on the account, what may still be spent. Below zero it says so in words, not in a minus. */
export function CartSums({ cart, isWindowOpen }: CartSumsProps) {
  const { t } = useTranslation('canteen')
  const { totalCents, leftAfterCents, leftToSpendAfterCents } = cart
  const isOver = leftAfterCents !== null && leftAfterCents < 0
  const isOverToSpend = leftToSpendAfterCents < 0
  return (
    <dl className={styles['sums']}>
      <div className={styles['total']}>
        <dt>{t('cart.total')}</dt>
        <dd>
          <Money cents={totalCents} />
        </dd>
      </div>
      <div className={styles['sum']} data-over={isOver || undefined}>
        <dt>{t(isOver ? 'cart.over' : 'cart.leftAfter')}</dt>
        <dd>{leftAfterCents === null ? t('cart.accountUnknown') : <Money cents={Math.abs(leftAfterCents)} />}</dd>
      </div>
      {isWindowOpen && (
        <div className={styles['sum']} data-over={isOverToSpend || undefined}>
          <dt>{t(isOverToSpend ? 'cart.overToSpend' : 'cart.leftToSpend')}</dt>
          <dd>
            <Money cents={Math.abs(leftToSpendAfterCents)} />
          </dd>
        </div>
      )}
    </dl>
  )
}
