import { CircleSlash2, Hourglass, ListChecks, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Offer } from './evaluate-offer.ts'
import styles from './offer-words.module.css'

export interface OfferWordsProps {
  readonly status: Offer['status']
  readonly most: number
  readonly fewLeft: number | null
  readonly quantity: number
  readonly product: { readonly leftToOrder: number }
}

/** Why there is no more of it, where there is a reason: sold out, few left, the most for one person. */
export function OfferWords({ status, most, fewLeft, quantity, product }: OfferWordsProps) {
  const { t } = useTranslation('canteen')
  if (status === 'sold-out') return <Words icon={CircleSlash2}>{t('product.soldOut')}</Words>
  if (status === 'limit-reached') return <Words icon={ListChecks}>{t('product.limitReached')}</Words>
  if (fewLeft !== null) return <Words icon={Hourglass}>{t('product.onlyLeft', { count: fewLeft })}</Words>
  // The product's own limit stands on the card already; this is the window's.
  const isHeldByWindow = status === 'open' && quantity >= most && most < product.leftToOrder
  return isHeldByWindow ? <Words icon={ListChecks}>{t('product.mostForNow')}</Words> : null
}

function Words({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) {
  return (
    <p className={styles['words']}>
      <Icon className={styles['icon']} aria-hidden />
      {children}
    </p>
  )
}
