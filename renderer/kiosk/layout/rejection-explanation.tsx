import type { Rejection } from '#shared/contracts/verdict.ts'
import type { OrderView } from '../stores/request-view.ts'
import { PriceRise } from './price-rise.tsx'
import styles from './rejection-explanation.module.css'
import { useRejectionWords } from './use-rejection-words.ts'

export interface RejectionExplanationProps {
  readonly rejection: Rejection
  /** The order it is about, null for anything else: it names the products. */
  readonly order: OrderView | null
}

/** Why the prison did not accept something and what follows; a price that rose also as old and new, per product. */
export function RejectionExplanation({ rejection, order }: RejectionExplanationProps) {
  const { reason, advice } = useRejectionWords(rejection, order)
  return (
    <div className={styles['explanation']}>
      <p className={styles['reason']}>{reason}</p>
      {rejection.code === 'ORDER_PRICE_ROSE' && <PriceRise rise={rejection} order={order} />}
      <p>{advice}</p>
    </div>
  )
}
