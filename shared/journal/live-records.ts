import { z } from 'zod'
import type { JournalRecord } from './journal-record.ts'

// Loose on purpose: a record of another version of Guichet is kept or let go by these two facts, whatever else it says.
const aboutOperationSchema = z.looseObject({ id: z.string().min(1) })
const settledSchema = z.looseObject({ id: z.string().min(1), verdict: z.looseObject({ status: z.string() }) })

/** Verdicts after which the server holds the operation and its receipt, and the journal need not. */
const finalStatuses: ReadonlySet<string> = new Set(['applied', 'duplicate'])

interface Entry {
  readonly operation: JournalRecord
  readonly settled?: JournalRecord
  readonly isParked: boolean
}

/**
 * The records that must be kept, in their order.
 *
 *  - An operation stays until the server applied it, or until the server rejected it *and* the person put it away.
 *  - A parked operation stays with its latest verdict. A verdict of an unknown kind settles nothing.
 *  - A discard counts for a parked operation only: nobody else can make the journal forget what a person confirmed.
 *  - A second record of an operation that is still held changes nothing; one the journal let go comes back as new.
 *  - An operation without a readable id stays: no machine may drop it.
 *  - Reading what was kept, and what came after, gives the same as reading everything:
 *    `liveRecords([...a, ...b])` equals `liveRecords([...liveRecords(a), ...b])`, so compaction changes no answer.
 */
export function liveRecords(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const entries = new Map<string, Entry>()
  const nameless: JournalRecord[] = []
  for (const record of records) {
    const id = aboutOperationSchema.safeParse(record.payload).data?.id
    if (id !== undefined) readRecord(entries, id, record)
    else if (record.type === 'operation') nameless.push(record)
  }
  const kept = [...entries.values()].flatMap(({ operation, settled }) => (settled ? [operation, settled] : [operation]))
  return [...kept, ...nameless].toSorted((left, right) => left.seq - right.seq)
}

function readRecord(entries: Map<string, Entry>, id: string, record: JournalRecord): void {
  const entry = entries.get(id)
  if (record.type === 'operation') {
    if (entry === undefined) entries.set(id, { operation: record, isParked: false })
    return
  }
  if (entry === undefined) return
  if (record.type === 'discarded') {
    if (entry.isParked) entries.delete(id)
    return
  }
  const status = settledSchema.safeParse(record.payload).data?.verdict.status
  if (status !== undefined && finalStatuses.has(status)) entries.delete(id)
  else entries.set(id, { operation: entry.operation, settled: record, isParked: status === 'rejected' })
}
