import { type Journal, type JournalOptions, MIN_CAPACITY_BYTES, openJournal } from '../journal.ts'
import { lockFolder } from '../lock.ts'
import { sampleKeys } from '#shared/journal/testing/sample-keys.ts'
import type { SimulatedDisk } from './simulated-disk.ts'

export const sampleTime = new Date('2026-03-14T09:26:53.589Z')

/** Opens a small journal on `disk`. */
export function openSimulated(disk: SimulatedDisk, options: Partial<JournalOptions> = {}): Promise<Journal> {
  return openJournal({
    folder: '/var/lib/guichet/journal',
    capacityBytes: MIN_CAPACITY_BYTES,
    keys: sampleKeys,
    now: () => sampleTime,
    fileSystem: disk.fileSystem,
    lock: lockFolder,
    ...options,
  })
}

/** The lock of a machine that lost power: nobody holds anything any more. */
export async function noLock(): Promise<() => Promise<void>> {
  return async () => undefined
}
