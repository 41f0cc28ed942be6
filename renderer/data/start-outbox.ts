import type { JournalEntry } from '#shared/contracts/bridge.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import type { BridgeClient } from './bridge-client.ts'
import type { GuichetDatabase } from './database.ts'
import { createOutbox, type Outbox, type OutboxSnapshot } from './outbox.ts'
import { newEntry } from './outbox-state.ts'
import { readOutboxRows, writeOutboxRows } from './outbox-table.ts'
import { isSettling, reconcileOutbox } from './reconcile-outbox.ts'
import type { OutboxEntry } from './rows.ts'
import { evaluateVerdicts } from './settle.ts'
import { tryCall } from './try-call.ts'
import { withinTime } from './within-time.ts'
import { WRITE_LIMIT_MS, WriteThrough } from './write-through.ts'

export interface StartOutboxPorts {
  readonly db: GuichetDatabase
  readonly bridge: BridgeClient
  readonly now: () => number
  readonly onDegraded: (isDegraded: boolean) => void
}

export interface StartedOutbox {
  readonly outbox: Outbox
  /** Writes again what the browser database did not take. */
  readonly retryWrites: () => Promise<void>
  /** Writes everything, after the browser database was emptied under the kiosk. */
  readonly writeAll: () => Promise<void>
}

/**
 * The outbox as browser database and journal together know it, whichever of them was lost.
 *
 *  - Without a readable browser database it is what the journal holds; without a readable journal, what the
 *    database holds. Never waits longer than the write limit for the database.
 *  - What the journal lost is given back to it; if it cannot take it now, the next start tries again.
 */
export async function startOutbox({ db, bridge, now, onDegraded }: StartOutboxPorts): Promise<StartedOutbox> {
  const journal = (await tryCall(bridge, 'journal:read', {}))?.entries ?? []
  const rows = await readRows(db)
  const { toAdd, toSettle, toRestoreToJournal, order } = reconcileOutbox(journal, rows.entries)
  const added = toAdd.map(part => ({ ...newEntry(0, part.operation), ...part }))
  const outbox = createOutbox(
    {
      entries: inOrder([...rows.entries, ...added], order),
      received: [...rows.received, ...(rows.isEmpty ? acceptedIn(journal) : [])],
    },
    { persist: async ids => writes.changed(ids), now },
  )
  const writes = new WriteThrough<OperationId>({
    write: async ids => writeOutboxRows(db, ids, outbox.getSnapshot()),
    reconnect: async () => {
      db.close({ disableAutoOpen: false })
      await withinTime(db.open(), WRITE_LIMIT_MS)
    },
    onDegraded,
  })
  const writeAll = async () => writes.changed(everyId(outbox.getSnapshot()))
  await writeAll()
  const settling = outbox
    .getSnapshot()
    .entries.filter(({ operation }) => toSettle.some(verdict => verdict.operationId === operation.id))
  const verdictOf = (entry: OutboxEntry) => toSettle.filter(({ operationId }) => operationId === entry.operation.id)
  await outbox.settle(settling.flatMap(entry => evaluateVerdicts([entry], verdictOf(entry))))
  await Promise.all(toRestoreToJournal.map(async operation => tryCall(bridge, 'journal:restore', { operation })))
  return { outbox, retryWrites: async () => writes.retry(), writeAll }
}

async function readRows(db: GuichetDatabase): Promise<OutboxSnapshot & { readonly isEmpty: boolean }> {
  let rows: OutboxSnapshot = { entries: [], received: [] }
  let copies = 0
  const reading = async () => {
    rows = await readOutboxRows(db)
    copies = await db.meta.count()
  }
  await withinTime(reading(), WRITE_LIMIT_MS)
  return { ...rows, isEmpty: copies === 0 }
}

function inOrder(entries: readonly OutboxEntry[], order: readonly OperationId[]): readonly OutboxEntry[] {
  const place = new Map(order.map((id, index) => [id, index + 1]))
  return entries.map(entry => ({ ...entry, seq: place.get(entry.operation.id) ?? entry.seq }))
}

/** With the mirror gone too, the journal's word keeps what was received on the screen until the first full copy. */
function acceptedIn(journal: readonly JournalEntry[]): OutboxSnapshot['received'] {
  return journal.flatMap(({ operation, verdict }) => {
    if (!isSettling(verdict) || verdict.status === 'rejected') return []
    return [{ operation, receipt: verdict.receipt, settledAt: operation.recordedAt }]
  })
}

function everyId({ entries, received }: OutboxSnapshot): readonly OperationId[] {
  return [...entries, ...received].map(({ operation }) => operation.id)
}
