import type { OperationId } from '#shared/contracts/ids.ts'
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
    await db.outbox.bulkDelete([...ids])
    await db.received.bulkDelete([...ids])
    await db.outbox.bulkPut(entries)
    await db.received.bulkPut(received)
  })
}
