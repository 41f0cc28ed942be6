import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY_BYTES, withStorageKey } from '#shared/journal/data-key.ts'
import { scanFile } from '#shared/journal/file-scan.ts'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import { recover } from '#shared/journal/recovery.ts'
import { endOfFresh } from './compaction.ts'
import { STORAGE_KEY_FILE } from './storage-key.ts'

/** What lies in a journal, in figures. */
export interface JournalInspection {
  /** `unreadable` also where the storage key does not open it. */
  readonly state: 'readable' | 'missing' | 'unreadable'
  /** Operations the server has not settled. */
  readonly waiting: number
  /** Those it rejected and nobody put away yet. */
  readonly parked: number
  readonly damaged: number
  /** From 0 to 1: what has to be kept, of the room there is. */
  readonly used: number
}

const nothing = { waiting: 0, parked: 0, damaged: 0, used: 0 }

/**
 * Looks into the journal of the data folder `folder` without taking or changing it: a kiosk may be writing there at this moment. What it is
 * just appending may or may not be counted. Never throws.
 */
export async function inspectJournal(folder: string): Promise<JournalInspection> {
  try {
    const [first, second] = await Promise.all(journalFileNames.map(name => readFile(join(folder, 'journal', name))))
    if (first === undefined || second === undefined) return { state: 'missing', ...nothing }
    const openDataKey = withStorageKey(await readStorageKey(folder))
    const scans = [await scanFile(first, openDataKey), await scanFile(second, openDataKey)] as const
    if (scans.some(({ isLocked }) => isLocked)) return { state: 'unreadable', ...nothing }
    const { records, activeIndex, report } = recover(scans, liveRecords)
    const operations = records.filter(({ type }) => type === 'operation').length
    const parked = records.filter(({ type }) => type === 'settled').length
    const capacity = scans[activeIndex].header?.capacityBytes ?? first.length
    return {
      state: 'readable',
      waiting: operations - parked,
      parked,
      damaged: report.damaged,
      used: capacity === 0 ? 0 : endOfFresh(records) / capacity,
    }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { state: isMissing ? 'missing' : 'unreadable', ...nothing }
  }
}

/** A key that is not there opens nothing; it is not made here. */
function readStorageKey(folder: string): Promise<Uint8Array> {
  return readFile(join(folder, STORAGE_KEY_FILE)).catch(() => new Uint8Array(KEY_BYTES))
}
