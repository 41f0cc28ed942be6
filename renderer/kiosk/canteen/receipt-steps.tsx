import { Moment } from '#renderer/ui/display/moment.tsx'
import { Timeline, type TimelineStep } from '#renderer/ui/display/timeline.tsx'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../stores/request-view.ts'
import type { ReceiptState } from './receipt-state.ts'

export interface ReceiptStepsProps {
  readonly stepsDone: NonNullable<ReceiptState['stepsDone']>
  readonly request: RequestView | null
  readonly deliveryDay: string | null
}

const steps = ['stepRecorded', 'stepReceived', 'stepPrepared', 'stepDelivered'] as const

/** What has happened to the order and what is still to come. */
export function ReceiptSteps({ stepsDone, request, deliveryDay }: ReceiptStepsProps) {
  const { t } = useTranslation('canteen')
  const at = (index: number) => {
    const moment = momentOf(index, request)
    if (index < stepsDone) return moment === null ? undefined : <Moment at={moment} show="relative" />
    const isDelivery = index === steps.length - 1
    return isDelivery && deliveryDay !== null ? <Moment at={deliveryDay} show="day" /> : t('receipt.expected')
  }
  const shown = steps.map((step, index): TimelineStep => {
    const isCurrent = index === stepsDone - 1
    return {
      id: step,
      title: t(`receipt.${step}`),
      detail: at(index),
      status: index >= stepsDone ? 'expected' : isCurrent ? 'current' : 'done',
      tone: index === 0 ? 'recorded' : 'received',
    }
  })
  return <Timeline steps={shown} label={t('receipt.steps')} />
}

function momentOf(index: number, request: RequestView | null): string | null {
  if (request === null) return null
  if (index === 0) return request.recordedAt
  if (index === 1) return request.receivedAt
  const wanted = index === 2 ? 'prepared' : 'delivered'
  return request.events.find(({ step }) => step === wanted)?.at ?? null
}
