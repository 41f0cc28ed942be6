import type { NewRecord } from '../journal/journal.ts'

/** Puts records on the disk, all in one append, and then into the book. */
export type WriteRecords = (records: readonly NewRecord[]) => Promise<void>
