import type { Database } from '../database/open-database.ts'
import { type Deleted, deleteOldRecords } from './delete-old-records.ts'

export interface RetentionParts {
  readonly database: Database
  readonly clock: () => Date
  readonly onDeleted: (deleted: Deleted) => void
  readonly reportBug: (error: unknown) => void
}

export const RETENTION_EVERY_MS = 24 * 60 * 60 * 1000

/**
 * Deletes old records at the start of a server and then each day. A day on which it failed is made up for on the next.
 * Answers how to stop, which waits for what is under way.
 */
export function startRetention({ database, clock, onDeleted, reportBug }: RetentionParts): () => Promise<void> {
  let running = Promise.resolve()
  const run = (): void => {
    running = running
      .then(() => deleteOldRecords(database, clock()))
      .then(onDeleted)
      .catch(reportBug)
  }
  run()
  const timer = setInterval(run, RETENTION_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
