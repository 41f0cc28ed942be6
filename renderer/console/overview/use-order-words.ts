import type { OrderView } from '#shared/contracts/staff.ts'
import type { Closing } from '#shared/directive/closing.ts'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { useWords } from '../layout/use-words.ts'

export interface OrderWords {
  readonly what: string
  /** Why, and from and until when; empty where an order has neither. */
  readonly details: string
  /** What inmates read in the warden's own words. */
  readonly line: string | null
}

type Closed = Pick<Closing, 'target' | 'scope' | 'reason' | 'line' | 'from' | 'until'>

/** Puts orders into words. `all` knows what a reopening took back that is open since. */
export function useOrderWords(all: readonly OrderView[] = []): (order: OrderView) => OrderWords {
  const { t } = useTranslation('console')
  const words = useWords(useConsole().state)
  const details = ({ reason, ...span }: Closed) => [t(`reason.${reason}`), words.span(span)].join(', ')
  const bare = (what: string) => ({ what, details: '', line: null })
  const name = (closed: Closed, number: string | null) => ({
    what: words.what(closed.target),
    whom: words.whom(closed.scope, number),
  })
  return ({ intent, reopens, inmateNumber }) => {
    switch (intent.kind) {
      case 'close':
        return {
          what: t('waiting.closes', name(intent, inmateNumber)),
          details: details(intent),
          line: intent.line,
        }
      case 'reopen': {
        if (reopens !== null) return bare(t('waiting.reopens', name(reopens, inmateNumber)))
        const order = all.find(({ id }) => id === intent.closingId)
        if (order?.intent.kind !== 'close') return bare(t('history.gone'))
        return bare(t('waiting.reopens', name(order.intent, order.inmateNumber)))
      }
      case 'leases': {
        const { web, local } = intent.leases
        return bare(t('waiting.leases', { minutes: Math.round(web / 60), hours: Math.round(local / 3600) }))
      }
      case 'maintenance-plan':
      case 'maintenance-begin':
        return { ...bare(t(`history.${intent.kind}`)), line: intent.line }
      default:
        return bare(t(`history.${intent.kind}`))
    }
  }
}
