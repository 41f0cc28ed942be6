import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { KeyHolders } from '#shared/journal/data-key.ts'
import type { JournalRecord, NewRecord, Retain } from '#shared/journal/journal-record.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import type { Recovery } from '#shared/journal/recovery.ts'
import { AppendQueue } from './append-queue.ts'
import { endOfFresh } from './compaction.ts'
import type { FileSystem } from './file-system.ts'
import { lockFolder, type Unlock } from './lock.ts'
import { nodeFileSystem } from './node-file-system.ts'
import { startWriter } from './start-writer.ts'

export type { JournalRecord, KeyHolders, NewRecord, Recovery, Retain }

/** The black box of a terminal: what people confirmed, what the server said to it, what they put away. */
export interface Journal {
  /**
   * Appends `records`, all or none, and resolves only when they are on the disk.
   *
   *  - Calls are written in their order; those that wait together share one sync.
   *  - JOURNAL_FULL: what must be kept leaves no room. Nothing was written; try again when some is settled.
   *  - JOURNAL_UNAVAILABLE: the disk failed. What was not answered may or may not be there; nothing more is taken until
   *    the journal is opened again.
   *  - A payload that is no JSON value is a bug of the caller: TypeError, and nothing is written.
   */
  append(records: readonly NewRecord[]): Promise<readonly JournalRecord[]>
  /** What must be kept, in order, as `retain` says: everything answered since, and what was found at opening. */
  records(): readonly JournalRecord[]
  readonly recovery: Recovery
  /** How much the live records take once compacted. New operations are refused at 7/8 of the capacity. */
  usage(): { readonly usedBytes: number; readonly capacityBytes: number }
  /** Answers what is waiting, then gives the files and the folder back. Safe to repeat. */
  close(): Promise<void>
}

export interface JournalOptions {
  /** Made if missing. Holds the two journal files and copies of damaged ones; nothing else belongs there. */
  readonly folder: string
  /** Size of each of the two files. A journal that is already larger stays so. */
  readonly capacityBytes?: number
  /** Whoever may read it: the terminal by its storage key, the prison by its recovery key. */
  readonly keys: KeyHolders
  readonly now: () => Date
  readonly retain?: Retain
  readonly fileSystem?: FileSystem
  readonly lock?: (identity: string) => Promise<Unlock>
}

export const DEFAULT_CAPACITY_BYTES = 8 * 1024 * 1024
/** Less than this leaves too little between the headers and what only verdicts may use. */
export const MIN_CAPACITY_BYTES = 64 * 1024

/**
 * Opens the journal in `folder`: reads what is there, writes what must be kept into a fresh file, and holds the folder.
 *
 *  - Resolves only when the recovered records are on the disk, not just in the system's memory.
 *  - JOURNAL_IN_USE: another process holds the folder.
 *  - JOURNAL_UNAVAILABLE: the folder cannot be written, there was no room to make the files, the disk failed, or the storage
 *    key is not the one the journal was written with. Then nothing was changed: `guichet journal recover` still reads it.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, capacityBytes = DEFAULT_CAPACITY_BYTES, fileSystem = nodeFileSystem, lock = lockFolder } = options
  if (capacityBytes < MIN_CAPACITY_BYTES) throw new RangeError(`a journal needs ${MIN_CAPACITY_BYTES} bytes`)
  try {
    await fileSystem.makeFolder(folder)
    const unlock = await lock(await fileSystem.identifyFolder(folder))
    try {
      return await openLocked({ ...options, capacityBytes, fileSystem }, unlock)
    } catch (error) {
      await unlock()
      throw error
    }
  } catch (cause) {
    if (cause instanceof GuichetError) throw cause
    throw new GuichetError('JOURNAL_UNAVAILABLE', 'the journal could not be opened', { cause })
  }
}

async function openLocked(
  options: JournalOptions & { readonly capacityBytes: number; readonly fileSystem: FileSystem },
  unlock: Unlock,
): Promise<Journal> {
  const { now, retain = liveRecords } = options
  const { writer, records, nextSeq, recovery } = await startWriter({ ...options, retain })
  const queue = new AppendQueue({ writer, records, nextSeq, retain, now })
  let closed: Promise<void> | undefined

  async function closeAll(): Promise<void> {
    await queue.end()
    await writer.close()
    await unlock()
  }

  return {
    recovery,
    append: newRecords => queue.append(newRecords),
    records: () => queue.live,
    usage: () => ({ usedBytes: endOfFresh(queue.live), capacityBytes: writer.capacityBytes }),
    close: () => (closed ??= closeAll()),
  }
}
