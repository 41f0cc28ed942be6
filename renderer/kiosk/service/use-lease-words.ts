import type { ServiceFacts } from '#shared/contracts/service-channels.ts'
import { useTranslation } from 'react-i18next'

const MINUTE_MS = 60_000

/** How long this terminal may still go on without word from the prison. */
export function useLeaseWords({ web, local, nextEndMs }: ServiceFacts['lease']): string {
  const { t } = useTranslation('service')
  if (local === 'ended') return t('facts.leaseEnded')
  const state = t(web === 'ended' ? 'facts.leaseWebEnded' : 'facts.leaseFresh')
  if (nextEndMs === null) return state
  return `${state}. ${t('facts.leaseEnds', { count: Math.ceil(nextEndMs / MINUTE_MS) })}`
}
