import type { Closure, OpenState } from '#shared/contracts/closure.ts'
import { type ClosingDecision, evaluateClosing, type Now, type Place } from '#shared/directive/evaluate-closing.ts'
import type { LeaseState } from '#shared/directive/evaluate-lease.ts'
import { nextChangeMs } from '#shared/directive/next-change.ts'
import type { Service } from '#shared/directive/services.ts'
import type { Maintenance, StateDocument } from '#shared/directive/state-document.ts'
import type { Closings } from '#shared/policy/closings.ts'

/** What decides what is open on a terminal. */
export interface Standing {
  /** `undefined`: nothing was ordered yet. */
  readonly document: Pick<StateDocument, 'closings' | 'maintenance'> | undefined
  readonly lease: Pick<LeaseState, 'web' | 'local' | 'nextEndMs'>
  /** What was ordered is lost: until it comes again, nobody here knows what is closed. */
  readonly isLost: boolean
  readonly place: Place
  readonly now: Now
}

const noContact: Closure = { reason: 'no-contact', line: null, until: null }

/**
 * Tells what is open for whoever is signed in.
 *
 *  - The web needs a fresh web lease, everything else a fresh local one. What has none is closed, whatever was ordered.
 *  - Where a warden closed it too, their reason is told. With no lease there is no telling when it opens again.
 */
export function evaluateOpenState(standing: Standing): OpenState {
  const service = (name: Service) => serviceClosure(standing, name)
  return {
    platform: service('platform'),
    web: service('web'),
    canteen: service('canteen'),
    medical: service('medical'),
    requests: service('requests'),
    complaints: service('complaints'),
    notices: service('notices'),
    sites: closedSites(standing),
    maintenance: announced(standing.document?.maintenance ?? null, standing.now),
  }
}

/** What of the web the gate has to refuse, for whoever is signed in. */
export function evaluateWebClosings(standing: Standing): Closings {
  const { closings, place, now } = inForce(standing)
  const rules = closings.flatMap(({ target }) => {
    if (target.kind !== 'rule') return []
    const decision = evaluateClosing(closings, place, target, now)
    return decision.effect === 'closed' && decision.closing.target.kind === 'rule' ? [target.ruleId] : []
  })
  return { closedSites: new Set(Object.keys(closedSites(standing))), closedRules: new Set(rules) }
}

/** In how many milliseconds the passing of time may change what is open; `undefined`: never by itself. */
export function nextLookMs({ document, now, lease }: Standing): number | undefined {
  const changes = [now.earliestMs, now.latestMs].map(ms => {
    const nextMs = document === undefined ? undefined : nextChangeMs(document, ms)
    return nextMs === undefined ? undefined : nextMs - ms
  })
  const delays = [...changes, lease.nextEndMs].filter(ms => typeof ms === 'number')
  return delays.length === 0 ? undefined : Math.min(...delays)
}

function inForce({ document, place, now }: Standing) {
  return { closings: document?.closings ?? [], place, now }
}

function serviceClosure(standing: Standing, service: Service): Closure | null {
  const { closings, place, now } = inForce(standing)
  const decision = evaluateClosing(closings, place, { kind: 'service', service }, now)
  const isInContact = hasContact(standing, service)
  if (decision.effect === 'closed') return closureOf(decision, isInContact)
  return isInContact ? null : noContact
}

function hasContact({ lease, isLost }: Standing, service: Service): boolean {
  if (isLost || lease.local === 'ended') return false
  return service !== 'web' || lease.web === 'fresh'
}

function closedSites(standing: Standing): Record<string, Closure> {
  const { closings, place, now } = inForce(standing)
  const closed = closings.flatMap(({ target }) => {
    if (target.kind !== 'site') return []
    const decision = evaluateClosing(closings, place, target, now)
    const isSites = decision.effect === 'closed' && decision.closing.target.kind === 'site'
    return isSites ? [[target.siteId, closureOf(decision, hasContact(standing, 'web'))] as const] : []
  })
  return Object.fromEntries(closed)
}

function closureOf(
  { closing, untilMs }: Extract<ClosingDecision, { effect: 'closed' }>,
  isInContact: boolean,
): Closure {
  const until = untilMs === null || !isInContact ? null : new Date(untilMs).toISOString()
  return { reason: closing.reason, line: closing.line, until }
}

/** A plan whose time is over is told no more; what has begun is over when a warden says so. */
function announced(maintenance: Maintenance | null, { earliestMs }: Now): OpenState['maintenance'] {
  if (maintenance === null) return null
  const { phase, from, until, line } = maintenance
  if (phase === 'planned' && until !== null && Date.parse(until) <= earliestMs) return null
  return { phase, from, until, line }
}
