import type { Table } from 'dexie'
import type { z } from 'zod'
import type { GuichetDatabase } from './database.ts'
import {
  cartDraftSchema,
  mirrorSchemas,
  noCopyYet,
  noticeReadSchema,
  outboxEntrySchema,
  receivedOperationSchema,
  syncMetaSchema,
} from './rows.ts'

/**
 * Parses every row that an earlier version, or a damaged disk, left behind, and deletes what does not parse.
 *
 *  - A mirror row that had to go resets the cursor: the next pull brings a full copy, the old one stays on screen.
 *  - An outbox entry that had to go comes back from the journal.
 */
export async function checkRows(db: GuichetDatabase): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await deleteUnreadable(db.outbox, outboxEntrySchema)
    await deleteUnreadable(db.received, receivedOperationSchema)
    await deleteUnreadable(db.drafts, cartDraftSchema)
    await deleteUnreadable(db.noticesRead, noticeReadSchema)
    let lost = await deleteUnreadable(db.meta, syncMetaSchema)
    for (const [name, schema] of Object.entries(mirrorSchemas)) lost += await deleteUnreadable(db.table(name), schema)
    if (lost === 0) return
    const meta = (await db.meta.get('sync')) ?? noCopyYet
    await db.meta.put({ ...meta, cursor: null })
  })
}

async function deleteUnreadable<Row, Key>(table: Table<Row, Key>, schema: z.ZodType): Promise<number> {
  return table.filter(row => !schema.safeParse(row).success).delete()
}
