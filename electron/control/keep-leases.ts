import type { LeaseClock } from './lease-clock.ts'
import type { LeaseFile } from './lease-file.ts'
import type { StateStore } from './state-store.ts'

/** The leases are written down this often: who pulls the plug in between gains no more than this. */
export const SAVE_MS = 60_000

export interface LeaseKeeper {
  /** Resolves when it is written, or has failed. */
  readonly save: () => Promise<void>
  readonly saveIfDue: () => void
}

export interface LeaseKeeperParts {
  readonly writeLease: (file: LeaseFile) => Promise<void>
  readonly onNotStored: (error: unknown) => void
  readonly uptimeMs: () => number
}

/** Writes down what is left of the leases. That it could not be written is told, and changes nothing in this run. */
export function keepLeases(
  { writeLease, onNotStored, uptimeMs }: LeaseKeeperParts,
  clock: Pick<LeaseClock, 'snapshot'>,
  store: Pick<StateStore, 'highestVersion'>,
): LeaseKeeper {
  let savedAtMs = uptimeMs()
  let writing = Promise.resolve()
  const save = (): Promise<void> => {
    savedAtMs = uptimeMs()
    writing = writing.then(() => writeLease(clock.snapshot(store.highestVersion()))).catch(onNotStored)
    return writing
  }
  return {
    save,
    saveIfDue: () => {
      if (uptimeMs() - savedAtMs >= SAVE_MS) void save()
    },
  }
}
