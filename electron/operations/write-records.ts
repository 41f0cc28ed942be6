import type { Journal, NewRecord } from '../journal/journal.ts'
import type { OperationBook } from './operation-book.ts'

/** Puts records on the disk, and then into the book. Nothing is in the book that is not on the disk. */
export type WriteRecords = (records: readonly NewRecord[]) => Promise<void>

export function createWriteRecords(journal: Pick<Journal, 'append'>, book: OperationBook): WriteRecords {
  return async records => {
    book.add(await journal.append(records))
  }
}
