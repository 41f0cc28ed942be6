import type { StoreApi } from 'zustand'
import type { OpenStateHeld } from './open-state-store.ts'

/**
 * Calls `onOver` when a maintenance that had begun is over, so that what waits because the server asked to is sent within
 * seconds: asking again is not left to a wait that grew while it lasted. Answers what stops watching.
 */
export function watchMaintenance(
  openState: Pick<StoreApi<OpenStateHeld>, 'getState' | 'subscribe'>,
  onOver: () => Promise<void>,
): () => void {
  let wasBegun = isBegun(openState.getState())
  return openState.subscribe(held => {
    // Not known, as between two people: nothing is over by that.
    if (held.known === undefined) return
    const isNow = isBegun(held)
    if (wasBegun && !isNow) void onOver()
    wasBegun = isNow
  })
}

function isBegun({ known }: OpenStateHeld): boolean {
  return known?.maintenance?.phase === 'begun'
}
