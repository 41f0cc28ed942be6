import { Money } from '#renderer/ui/display/money.tsx'
import { useTranslation } from 'react-i18next'
import type { PaperFact } from './order-paper.tsx'

/** What an order leaves on the account. Below zero it says so in words, not in a minus, as the cart did. */
export function useAccountFact(label: 'leftAfter' | 'leftNow', leftCents: number | undefined): PaperFact {
  const { t } = useTranslation('canteen')
  if (leftCents === undefined) return { label: t(`paper.${label}`), value: t('cart.accountUnknown') }
  if (leftCents < 0) return { label: t('cart.over'), value: <Money cents={-leftCents} /> }
  return { label: t(`paper.${label}`), value: <Money cents={leftCents} /> }
}
