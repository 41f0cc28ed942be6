import { join } from 'node:path'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type KeyHolders, withStorageKey } from '#shared/journal/data-key.ts'
import { nextPage, PAGE_BYTES, recordsEnd } from '#shared/journal/file-header.ts'
import { type FileScan, scanFile } from '#shared/journal/file-scan.ts'
import { journalFileNames, readWhole } from '#shared/journal/journal-files.ts'
import type { JournalRecord, Retain } from '#shared/journal/journal-record.ts'
import { recover, type Recovered, type Recovery } from '#shared/journal/recovery.ts'
import { headroomBytes } from './append-queue.ts'
import { endOfFresh } from './compaction.ts'
import type { FileSystem } from './file-system.ts'
import { createFreshFiles } from './fresh-file.ts'
import { type FilePair, openPair, preallocate } from './journal-file.ts'
import { JournalWriter } from './journal-writer.ts'
import { SET_ASIDE_LIMIT, setAside } from './set-aside.ts'

interface StartParts {
  readonly folder: string
  readonly capacityBytes: number
  readonly fileSystem: FileSystem
  readonly keys: KeyHolders
  readonly retain: Retain
}

interface Started {
  readonly writer: JournalWriter
  readonly records: readonly JournalRecord[]
  readonly nextSeq: number
  readonly recovery: Recovery
}

type Both = readonly [Uint8Array, Uint8Array]

/** Opens both files, recovers what they hold, and writes it afresh into the one that is not the journal. */
export async function startWriter(parts: StartParts): Promise<Started> {
  const pair = await openPair(parts.fileSystem, parts.folder)
  try {
    return await startOn(pair, parts)
  } catch (error) {
    await Promise.allSettled(pair.map(file => file.close()))
    throw error
  }
}

async function startOn(pair: FilePair, parts: StartParts): Promise<Started> {
  const both = [await readWhole(pair[0]), await readWhole(pair[1])] as const
  const scans = await scanBoth(both, parts.keys)
  const recovered = recover(scans, parts.retain)
  const { activeIndex, records, nextSeq, nextGeneration, report } = recovered
  const capacityBytes = capacityFor(parts.capacityBytes, both, records)
  await makeRoom(pair, both, { ...parts, capacityBytes })
  const setAsideNames = await setAsideSuspects(recovered, both, parts)

  const [active, spare] = activeIndex === 0 ? pair : [pair[1], pair[0]]
  const makeFreshFile = createFreshFiles(parts.keys)
  const writer = new JournalWriter({ active, spare, capacityBytes, nextGeneration, makeFreshFile })
  await writer.startAfresh(records, nextSeq)
  // Once more over the file of version 1, so that nothing of it stays in clear; a damaged one waits for the next opening.
  const isLeftPlain = scans[activeIndex].isPlain && !recovered.suspects.includes(activeIndex)
  if (isLeftPlain) await writer.startAfresh(records, nextSeq)
  return { writer, records, nextSeq, recovery: { ...report, setAside: setAsideNames } }
}

/** Refuses a journal whose records the storage key does not open: what it cannot read it must not write over. */
async function scanBoth(both: Both, { storageKey }: KeyHolders): Promise<readonly [FileScan, FileScan]> {
  const openDataKey = withStorageKey(storageKey)
  const scans = [await scanFile(both[0], openDataKey), await scanFile(both[1], openDataKey)] as const
  if (scans.some(({ isLocked }) => isLocked)) {
    throw new GuichetError('JOURNAL_UNAVAILABLE', 'the storage key of this terminal does not open its journal')
  }
  return scans
}

/**
 * Whole pages. A journal never shrinks, and grows only where what must be kept would leave no room to settle it: what two
 * damaged files give back together, or a file of version 1 that was full.
 */
export function capacityFor(wanted: number, both: Both, records: readonly JournalRecord[]): number {
  const capacity = nextPage(Math.max(wanted, both[0].length, both[1].length))
  const free = recordsEnd(capacity) - nextPage(endOfFresh(records))
  if (free >= headroomBytes('settled', capacity)) return capacity
  return nextPage(Math.max(capacity, endOfFresh(records) * 1.25 + PAGE_BYTES))
}

/** Makes both files full-sized. When that fails, those that were not there before are removed again. */
async function makeRoom(pair: FilePair, both: Both, { fileSystem, folder, capacityBytes }: StartParts): Promise<void> {
  try {
    for (const file of pair) await preallocate(file, capacityBytes)
  } catch (error) {
    const made = journalFileNames.filter((_name, place) => both[place]?.length === 0)
    await Promise.allSettled(made.map(name => fileSystem.remove(join(folder, name))))
    throw error
  }
  await fileSystem.syncFolder(folder)
}

/**
 * Copies what a technician should see, before anything is written over. On a dying disk the start fails at that writing, and is
 * tried again every few seconds: what such starts leave must not be copied each time, and push out what matters.
 *
 *  - Where an earlier start copied the journal as it is now, it copied the other file too, and since then the other file was
 *    only written by starts that failed.
 *  - Beside a whole journal the other file has nothing that is not in the journal: copies of it take half of the places at most.
 *
 * Held by "a journal that cannot be opened again and again on a dying disk leaves one copy of each file".
 */
async function setAsideSuspects(recovered: Recovered, both: Both, parts: StartParts): Promise<readonly string[]> {
  const { suspects, activeIndex } = recovered
  const limit = suspects.includes(activeIndex) ? SET_ASIDE_LIMIT : SET_ASIDE_LIMIT / 2
  const names: string[] = []
  for (const place of suspects) {
    const copy = await setAside(parts.fileSystem, parts.folder, both[place], limit)
    if (copy !== undefined) names.push(copy.name)
    if (place === activeIndex && copy?.isNew === false) break
  }
  return names
}
