import type { JournalEntry } from '#shared/contracts/bridge.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Journal } from '../journal/journal.ts'
import { createOperationBook, type OperationBook } from './operation-book.ts'
import type { WriteRecords } from './write-records.ts'

/** The journal and its book, kept in step, over a disk that may fail for a while. */
export interface KeptJournal {
  readonly book: Pick<OperationBook, 'get'>
  /** Puts records on the disk, and then into the book. Nothing is in the book that is not on the disk. */
  readonly write: WriteRecords
  /**
   * To be awaited before looking into the book in order to write. After a failed disk the journal takes nothing until it
   * is opened anew; what it then shows may hold what the failed write did not answer. Throws `JOURNAL_UNAVAILABLE`.
   */
  readonly ready: () => Promise<void>
  readonly entries: () => JournalEntry[]
  /** Records that were lost, and those this version cannot read. */
  readonly damaged: () => number
  readonly close: () => Promise<void>
}

export type OpenedJournal = Pick<Journal, 'append' | 'records' | 'close'> & {
  readonly recovery: Pick<Journal['recovery'], 'damaged'>
}

/** Keeps `first` and opens the journal anew when its disk failed. */
export function createKeptJournal(first: OpenedJournal, reopen: () => Promise<OpenedJournal>): KeptJournal {
  let journal = first
  let book = createOperationBook(first.records())
  let isFailed = false
  return {
    book: { get: id => book.get(id) },
    write: async records => {
      try {
        book.add(await journal.append(records))
      } catch (error) {
        if (error instanceof GuichetError && error.code === 'JOURNAL_UNAVAILABLE') isFailed = true
        throw error
      }
    },
    ready: async () => {
      if (!isFailed) return
      await journal.close()
      journal = await reopen()
      book = createOperationBook(journal.records())
      isFailed = false
    },
    entries: () => book.entries(),
    damaged: () => journal.recovery.damaged + book.unreadable(),
    close: () => journal.close(),
  }
}
