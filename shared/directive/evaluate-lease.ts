import type { Leases } from './state-document.ts'

/** What is left of a lease after `elapsedMs` on a clock nobody can set. */
export interface LeaseState {
  readonly web: 'fresh' | 'ended'
  readonly local: 'fresh' | 'ended'
  /** In how many milliseconds the next of the two ends; null when both have. */
  readonly nextEndMs: number | null
  /** Whether it is time to ask for another. */
  readonly isHalfGone: boolean
}

/**
 * Decides what may go on without word from the prison.
 *
 * `elapsedMs` counts from when the grant was *asked for*, since it says what was true no earlier than that. A negative one,
 * or one that is no number, is a fault of the clock: then everything has ended.
 */
export function evaluateLease(
  leases: Leases,
  elapsed: { readonly webMs: number; readonly localMs: number },
): LeaseState {
  const webLeftMs = leftMs(leases.web, elapsed.webMs)
  const localLeftMs = leftMs(leases.local, elapsed.localMs)
  const ends = [webLeftMs, localLeftMs].filter(left => left > 0)
  return {
    web: webLeftMs > 0 ? 'fresh' : 'ended',
    local: localLeftMs > 0 ? 'fresh' : 'ended',
    nextEndMs: ends.length === 0 ? null : Math.min(...ends),
    isHalfGone: webLeftMs <= (leases.web * 1000) / 2,
  }
}

function leftMs(seconds: number, elapsedMs: number): number {
  return elapsedMs >= 0 ? Math.max(0, seconds * 1000 - elapsedMs) : 0
}
