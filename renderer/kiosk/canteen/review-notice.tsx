import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import type { OrderDecision } from '#shared/canteen/price-order.ts'
import type { OrderWindow } from '#shared/contracts/catalogue.ts'
import type { Rejection } from '#shared/contracts/verdict.ts'
import { Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PriceRise } from '../layout/price-rise.tsx'
import { useRejectionWords } from '../layout/use-rejection-words.ts'
import type { OrderView } from '../stores/request-view.ts'
import { useLine } from '../stores/use-line.ts'
import styles from './review-notice.module.css'
import { useWindowWords } from './use-window-words.ts'

export interface ReviewNoticeProps {
  readonly order: OrderView
  readonly decision: OrderDecision
  readonly window: OrderWindow | null
  /** Puts the order together again at today's prices. */
  readonly onRenew: () => void
}

/** What the person should know before they confirm; nothing where all is well. */
export function ReviewNotice({ order, decision, window, onRenew }: ReviewNoticeProps) {
  const { t } = useTranslation('canteen')
  const isConnected = useLine().line === 'connected'
  const wordsOf = useWindowWords()
  return (
    <>
      {decision.effect === 'reject' && <Obstacle rejection={decision.rejection} order={order} onRenew={onRenew} />}
      {!isConnected && window !== null && canConfirm(decision) && (
        <NoticeBar tone="recorded">{t('review.offline', { when: wordsOf(window).late })}</NoticeBar>
      )}
    </>
  )
}

/** Money may have come in that this terminal has not heard of, so that an account that looks short stops nobody. */
export function canConfirm(decision: OrderDecision): boolean {
  return decision.effect === 'accept' || decision.rejection.code === 'ORDER_BALANCE_SHORT'
}

interface ObstacleProps {
  readonly rejection: Rejection
  readonly order: OrderView
  readonly onRenew: () => void
}

function Obstacle({ rejection, order, onRenew }: ObstacleProps) {
  const { t } = useTranslation('canteen')
  const { reason } = useRejectionWords(rejection, order)
  if (rejection.code === 'ORDER_BALANCE_SHORT') {
    return (
      <NoticeBar tone="recorded" icon={Coins}>
        {t('cart.balanceHint')}
      </NoticeBar>
    )
  }
  if (rejection.code === 'ORDER_PRICE_ROSE') {
    return (
      <NoticeBar tone="needsYou" role="alert" title={t('review.changed')}>
        <div className={styles['rise']}>
          <PriceRise rise={rejection} order={order} />
          <Button onPress={onRenew}>{t('review.newPrices')}</Button>
        </div>
      </NoticeBar>
    )
  }
  return (
    <NoticeBar tone="needsYou" role="alert" title={t('review.changed')}>
      {reason} {t('review.gone')}
    </NoticeBar>
  )
}
