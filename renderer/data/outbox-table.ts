import type { OperationId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { GuichetDatabase } from './database.ts'
import type { OutboxSnapshot } from './outbox.ts'

/** What an earlier run left in the browser database. */
export async function readOutboxRows(db: GuichetDatabase): Promise<OutboxSnapshot> {
  const [entries, received] = await Promise.all([db.outbox.orderBy('seq').toArray(), db.received.toArray()])
  return { entries, received }
}

/** Makes the rows of `ids` what `snapshot` says of them, in one transaction; what it does not know is deleted. */
export async function writeOutboxRows(
  db: GuichetDatabase,
  ids: ReadonlySet<OperationId>,
  snapshot: OutboxSnapshot,
): Promise<void> {
  const entries = snapshot.entries.filter(({ operation }) => ids.has(operation.id))
  const received = snapshot.received.filter(({ operation }) => ids.has(operation.id))
  await db.transaction('rw', db.outbox, db.received, async () => {
    // Asked for at once: a person waits for this, and each answer that is waited for on the way is a trip more.
    await Promise.all([
      db.outbox.bulkDelete(without(ids, entries)),
      db.outbox.bulkPut(entries),
      db.received.bulkDelete(without(ids, received)),
      db.received.bulkPut(received),
    ])
  })
}

function without(ids: ReadonlySet<OperationId>, rows: readonly { readonly operation: Operation }[]): OperationId[] {
  const there = new Set(rows.map(({ operation }) => operation.id))
  return [...ids].filter(id => !there.has(id))
}
