import type { Closure, OpenState } from '#shared/contracts/closure.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import type { Place } from '../navigation.ts'

/**
 * Decides why a place is closed; null where it is open, and while nothing is known: nothing is called closed on a guess.
 * My requests and the account are one's own records, and never closed. Home is closed with the platform.
 */
export function evaluateClosure(known: OpenState | undefined, place: Place): Closure | null {
  if (known === undefined) return null
  switch (place) {
    case 'home':
      return known.platform
    case 'canteen':
    case 'medical':
    case 'notices':
    case 'web':
      return known[place]
    case 'requests':
    case 'account':
      return null
    default:
      return unreachable(place)
  }
}

/** Why one web site is closed. The web's own closing comes first: it says more. */
export function evaluateSiteClosure(known: OpenState | undefined, siteId: string): Closure | null {
  if (known === undefined) return null
  return known.web ?? (Object.hasOwn(known.sites, siteId) ? (known.sites[siteId] ?? null) : null)
}

/** Whether the prison server is being worked on, so that nothing is sent. Cut off past its end, nobody here knows. */
export function isWorkedOn(
  known: OpenState | undefined,
  { hasLine, nowMs }: { hasLine: boolean; nowMs: number },
): boolean {
  const maintenance = known?.maintenance ?? null
  if (maintenance?.phase !== 'begun') return false
  return hasLine || maintenance.until === null || nowMs < Date.parse(maintenance.until)
}
