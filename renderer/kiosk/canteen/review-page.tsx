import { Button } from '#renderer/ui/actions/button.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { OrderWindow } from '#shared/contracts/catalogue.ts'
import { Check } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../stores/request-view.ts'
import { useAccount } from '../stores/use-account.ts'
import { ConfirmFailure } from './confirm-failure.tsx'
import type { OrderToConfirm } from './order-to-confirm.ts'
import { OrderPaper, type PaperFact } from './order-paper.tsx'
import { canConfirm, ReviewNotice } from './review-notice.tsx'
import { useAccountFact } from './use-account-fact.tsx'
import type { Confirmation } from './use-confirm-order.ts'
import { scrollToTop } from './use-heading-focus.ts'
import { useWindowWords } from './use-window-words.ts'

export interface ReviewPageProps extends Omit<OrderToConfirm, 'operationId'> {
  readonly confirmation: Confirmation
  readonly onConfirm: () => void
  readonly onRenew: () => void
  readonly onBack: () => void
}

/** The order as the receipt will show it, and the one press that makes it one. */
export function ReviewPage(props: ReviewPageProps) {
  const { order, decision, window, confirmation, onConfirm, onRenew, onBack } = props
  const { t } = useTranslation('canteen')
  const facts = useReviewFacts(order, window)
  const isPending = confirmation.status === 'pending'
  const hasFailed = confirmation.status === 'failed'
  useEffect(() => {
    if (hasFailed) scrollToTop()
  }, [hasFailed])
  return (
    <Screen
      isReading
      header={
        <PageHeader
          title={t('review.title')}
          line={t('review.line')}
          backLabel={t('review.change')}
          onBack={isPending ? () => undefined : onBack}
        />
      }
      footer={
        <Button
          variant="primary"
          size="large"
          icon={Check}
          isPending={isPending}
          isDisabled={!canConfirm(decision) || window === null}
          onPress={onConfirm}
        >
          {t('review.confirm')} · <Money cents={order.totalCents} />
        </Button>
      }
    >
      {confirmation.status === 'failed' && <ConfirmFailure code={confirmation.code} />}
      <ReviewNotice order={order} decision={decision} window={window} onRenew={onRenew} />
      <OrderPaper order={order} facts={facts} />
    </Screen>
  )
}

function useReviewFacts(order: OrderView, window: OrderWindow | null): readonly PaperFact[] {
  const { t } = useTranslation('canteen')
  const account = useAccount()
  const wordsOf = useWindowWords()
  const left = account?.leftCents
  const accountFact = useAccountFact('leftAfter', left === undefined ? undefined : left - order.totalCents)
  if (window === null) return [accountFact]
  const { closes, delivery } = wordsOf(window)
  return [
    accountFact,
    { label: t('paper.delivery'), value: delivery },
    { label: t('paper.orderedUntil'), value: closes },
  ]
}
