import { Button } from '#renderer/ui/actions/button.tsx'
import { Moment } from '#renderer/ui/display/moment.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { OperationId } from '#shared/contracts/ids.ts'
import { ClipboardList, ShoppingCart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ParkedRequest } from '../layout/parked-request.tsx'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'
import type { OrderView, RequestView } from '../stores/request-view.ts'
import { useAccount } from '../stores/use-account.ts'
import { useLine } from '../stores/use-line.ts'
import { useRequest } from '../stores/use-requests.ts'
import { OrderPaper, type PaperFact } from './order-paper.tsx'
import { ReceiptBanner } from './receipt-banner.tsx'
import styles from './receipt-page.module.css'
import { evaluateReceipt } from './receipt-state.ts'
import { ReceiptSteps } from './receipt-steps.tsx'
import { useAccountFact } from './use-account-fact.tsx'

export interface ReceiptPageProps {
  readonly operationId: OperationId
  /** What was confirmed, until the list of requests has it. */
  readonly order: OrderView
  readonly onConfirmedAgain: (id: OperationId) => void
  readonly onAgain: () => void
}

/** The receipt itself, with the state that is true now. It changes under one's eyes when the prison answers. */
export function ReceiptPage({ operationId, order: confirmed, onConfirmedAgain, onAgain }: ReceiptPageProps) {
  const { t } = useTranslation('canteen')
  const { went } = useNavigation()
  const request = useRequest(operationId) ?? null
  const isConnected = useLine().line === 'connected'
  const order = request?.order ?? confirmed
  const state = evaluateReceipt({
    standing: request?.state ?? 'recorded',
    isPriceRise: request?.rejection?.code === 'ORDER_PRICE_ROSE',
    isConnected,
  })
  const isParked = request !== null && request.rejection !== null
  const facts = useReceiptFacts(request, order)
  const toRequests = () => went({ place: 'requests', requestId: operationId })
  return (
    <Screen
      isReading={!isParked}
      header={
        <PageHeader
          title={t('receipt.title')}
          picture={placePictures.canteen}
          aside={
            request !== null && (
              <p>
                {t('paper.number')} <span className={styles['number']}>{request.reference}</span>
              </p>
            )
          }
        />
      }
      footer={
        <>
          <Button icon={ShoppingCart} onPress={onAgain}>
            {t('receipt.again')}
          </Button>
          <Button variant={isParked ? 'secondary' : 'primary'} icon={ClipboardList} onPress={toRequests}>
            {t('receipt.toRequests')}
          </Button>
        </>
      }
    >
      <ReceiptBanner state={state} />
      <div className={styles['columns']}>
        {isParked && (
          <ParkedRequest
            request={request}
            onConfirmedAgain={onConfirmedAgain}
            onPutAway={onAgain}
            onOrderAgain={onAgain}
          />
        )}
        <OrderPaper order={order} facts={facts} />
        {state.stepsDone !== null && (
          <ReceiptSteps stepsDone={state.stepsDone} request={request} deliveryDay={order.deliveryDay} />
        )}
      </div>
    </Screen>
  )
}

function useReceiptFacts(request: RequestView | null, order: OrderView): readonly PaperFact[] {
  const { t } = useTranslation('canteen')
  const facts = [useAccountFact('leftNow', useAccount()?.leftCents)]
  if (order.deliveryDay !== null) {
    facts.push({ label: t('paper.delivery'), value: <Moment at={order.deliveryDay} show="day" /> })
  }
  if (request === null) return facts
  return [...facts, { label: t('paper.confirmedAt'), value: <Moment at={request.recordedAt} show="full" /> }]
}
