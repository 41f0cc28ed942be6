import { useFormat } from '#renderer/i18n/format-context.tsx'
import type { Rejection } from '#shared/contracts/verdict.ts'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../stores/request-view.ts'
import { useProductName } from './use-product-name.ts'

export interface RejectionWords {
  /** What is true. */
  readonly reason: string
  /** What follows. */
  readonly advice: string
}

/** Why the prison did not accept something, in plain words. `order` names the products it is about. */
export function useRejectionWords(rejection: Rejection, order: OrderView | null = null): RejectionWords {
  const { t } = useTranslation('rejections')
  const { money } = useFormat()
  const productName = useProductName(order)
  const reason = () => {
    switch (rejection.code) {
      case 'ORDER_PRODUCT_UNKNOWN':
        return t(rejection.code, { product: productName(rejection.productId) })
      case 'ORDER_STOCK_SHORT':
      case 'ORDER_LIMIT_REACHED':
        return t(rejection.code, { product: productName(rejection.productId), count: rejection.left })
      case 'ORDER_TOTAL_LIMIT_REACHED':
        return t(rejection.code, { total: money(rejection.totalCents), left: money(rejection.leftCents) })
      case 'ORDER_BALANCE_SHORT':
        return t(rejection.code, { total: money(rejection.totalCents), available: money(rejection.availableCents) })
      case 'ORDER_PRICE_ROSE':
        return t(rejection.code, { count: rejection.lines.length, total: money(rejection.totalCents) })
      default:
        return t(rejection.code)
    }
  }
  return { reason: reason(), advice: t(`advice.${rejection.code}`) }
}
