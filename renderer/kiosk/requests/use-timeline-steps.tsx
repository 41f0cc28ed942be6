import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Moment } from '#renderer/ui/display/moment.tsx'
import type { TimelineStep } from '#renderer/ui/display/timeline.tsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../stores/request-view.ts'
import { useNow } from '../stores/use-now.ts'
import { evaluateRequestSteps, type RequestStep } from './request-steps.ts'
import { stateTones } from './state-tones.ts'

const CLOCK_MS = 60_000

/** A request's steps in words. */
export function useTimelineSteps(request: RequestView): TimelineStep[] {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  const owner = request.owner === null ? '' : t(`owner.${request.owner}`)
  const detailOf = ({ status, at }: RequestStep): ReactNode => {
    if (at === null) return undefined
    return status === 'expected' ? t('step.by', { when: format.relativeDay(at, now) }) : <Moment at={at} show="full" />
  }
  return evaluateRequestSteps(request).map(step => ({
    id: step.id,
    title: t(`step.${step.says}`, { owner }),
    detail: detailOf(step),
    status: step.status,
    tone: stateTones[request.state],
  }))
}
