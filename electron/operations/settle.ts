import type { JournalEntry } from '#shared/contracts/bridge.ts'
import type { SettlingVerdict } from '#shared/contracts/verdict.ts'
import type { NewRecord } from '../journal/journal.ts'
import type { OperationBook } from './operation-book.ts'
import type { WriteRecords } from './write-records.ts'

/**
 * Writes the server's verdicts into the journal, all in one append. Left out: a verdict on what the journal does not hold,
 * or received already, and the very one it has.
 */
export function createSettle(
  book: Pick<OperationBook, 'get'>,
  write: WriteRecords,
): (verdicts: readonly SettlingVerdict[]) => Promise<void> {
  return async verdicts => {
    const records = verdicts
      .filter(verdict => saysSomethingNew(book.get(verdict.operationId), verdict))
      .map((verdict): NewRecord => ({ type: 'settled', payload: { id: verdict.operationId, verdict } }))
    if (records.length > 0) await write(records)
  }
}

function saysSomethingNew(entry: JournalEntry | undefined, verdict: SettlingVerdict): boolean {
  if (entry === undefined) return false
  const { verdict: had } = entry
  if (had?.status === 'applied' || had?.status === 'duplicate') return false
  return JSON.stringify(had) !== JSON.stringify(verdict)
}
