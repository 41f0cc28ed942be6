import { isOlder, type ReleaseVersion } from './release-version.ts'
import type { QuietHours, UpdateOffer } from './update-offer.ts'

/** What a terminal laid down last for root to install. */
export interface TriedUpdate {
  readonly version: ReleaseVersion
  readonly attempt: number
}

export interface UpdateFacts {
  readonly running: ReleaseVersion
  readonly offer: Pick<UpdateOffer, 'version' | 'attempt'> | null
  readonly tried: TriedUpdate | undefined
  /** Versions that were gone back from, or that root would not install. */
  readonly failed: readonly string[]
}

/** `fetch`: download it and lay it down. `again`: the same, and what failed before is forgotten. */
export type UpdateDecision = 'nothing' | 'fetch' | 'again'

/** What a terminal does about an offer. One that failed here is left alone until it was staged once more. */
export function decideUpdate({ running, offer, tried, failed }: UpdateFacts): UpdateDecision {
  if (offer === null || !isOlder(running, offer.version)) return 'nothing'
  if (!failed.includes(offer.version)) return 'fetch'
  const isNewAttempt = tried?.version !== offer.version || offer.attempt > tried.attempt
  return isNewAttempt ? 'again' : 'nothing'
}

/** Whether a terminal may change over in this hour, 0 to 23. Without hours it may in any. */
export function isQuietHour(hours: QuietHours | null, hour: number): boolean {
  if (hours === null) return true
  const { from, to } = hours
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to
}
