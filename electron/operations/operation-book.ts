import type { JournalEntry } from '#shared/contracts/bridge.ts'
import { operationIdSchema, type OperationId } from '#shared/contracts/ids.ts'
import { operationSchema } from '#shared/contracts/operation.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import { verdictSchema } from '#shared/contracts/verdict.ts'
import { z } from 'zod'
import type { JournalRecord } from '#shared/journal/journal-record.ts'

const settledSchema = z.strictObject({ id: operationIdSchema, verdict: verdictSchema })
const discardedSchema = z.strictObject({ id: operationIdSchema })

/** What the journal holds, read: operations by id in the order they were confirmed, each with its verdict. */
export interface OperationBook {
  /** Also one the journal let go in this run, so that its id is not taken for a new one. */
  readonly get: (id: OperationId) => JournalEntry | undefined
  /** What the journal holds. */
  readonly entries: () => JournalEntry[]
  /** Reads records the journal has just answered for. */
  readonly add: (records: readonly JournalRecord[]) => void
  /** Records that are whole but say nothing this version reads. They stay in the journal. */
  readonly unreadable: () => number
}

interface Line extends JournalEntry {
  readonly isHeld: boolean
}

/**
 * Builds the book from the journal's records and keeps it in step with every append.
 *
 * It lets go what the journal lets go: an operation the prison received, and a parked one its inmate put away.
 */
export function createOperationBook(records: readonly JournalRecord[]): OperationBook {
  const lines = new Map<OperationId, Line>()
  let unreadable = 0
  const add = (added: readonly JournalRecord[]) => {
    for (const record of added) if (!readRecord(lines, record)) unreadable += 1
  }
  add(records)
  return {
    get: id => lines.get(id),
    entries: () =>
      [...lines.values()].filter(line => line.isHeld).map(({ operation, verdict }) => ({ operation, verdict })),
    add,
    unreadable: () => unreadable,
  }
}

function readRecord(lines: Map<OperationId, Line>, { type, payload }: JournalRecord): boolean {
  switch (type) {
    case 'operation':
      return readOperation(lines, payload)
    case 'settled':
      return readSettled(lines, payload)
    case 'discarded':
      return readDiscarded(lines, payload)
    default:
      return unreachable(type)
  }
}

function readOperation(lines: Map<OperationId, Line>, payload: unknown): boolean {
  const operation = operationSchema.safeParse(payload)
  if (!operation.success) return false
  const { id } = operation.data
  if (lines.get(id)?.isHeld !== true) lines.set(id, { operation: operation.data, verdict: null, isHeld: true })
  return true
}

function readSettled(lines: Map<OperationId, Line>, payload: unknown): boolean {
  const settled = settledSchema.safeParse(payload)
  if (!settled.success) return false
  const { id, verdict } = settled.data
  const line = lines.get(id)
  const isReceived = verdict.status === 'applied' || verdict.status === 'duplicate'
  if (line !== undefined) lines.set(id, { ...line, verdict, isHeld: line.isHeld && !isReceived })
  return true
}

function readDiscarded(lines: Map<OperationId, Line>, payload: unknown): boolean {
  const discarded = discardedSchema.safeParse(payload)
  if (!discarded.success) return false
  const line = lines.get(discarded.data.id)
  // As in the journal: only a parked operation is anybody's to put away.
  if (line?.verdict?.status === 'rejected') lines.set(discarded.data.id, { ...line, isHeld: false })
  return true
}
