import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { CartDraft, MirrorRow, NoticeRead, OutboxEntry, ReceivedOperation, SyncMeta } from './rows.ts'

export const DATABASE_NAME = 'guichet'

/**
 * The browser database of one terminal.
 *
 *  - Durability is strict: a write is answered when it is on the disk, not when the system promised to write it.
 *  - The query cache is off: it shows writes that have not happened yet, and a screen must not.
 *  - Nothing in it is the only copy: the journal holds the operations, the prison holds the rest.
 */
export class GuichetDatabase extends Dexie {
  declare readonly outbox: Table<OutboxEntry, string>
  declare readonly received: Table<ReceivedOperation, string>
  declare readonly categories: Table<MirrorRow<'categories'>, string>
  declare readonly products: Table<MirrorRow<'products'>, string>
  declare readonly windows: Table<MirrorRow<'windows'>, string>
  declare readonly notices: Table<MirrorRow<'notices'>, string>
  declare readonly accounts: Table<MirrorRow<'accounts'>, string>
  declare readonly accountEntries: Table<MirrorRow<'accountEntries'>, string>
  declare readonly requests: Table<MirrorRow<'requests'>, string>
  declare readonly meta: Table<SyncMeta, string>
  declare readonly drafts: Table<CartDraft, string>
  declare readonly noticesRead: Table<NoticeRead, [string, string]>

  constructor(name = DATABASE_NAME, options: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {}) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', ...options })
    this.version(1).stores({
      outbox: 'operation.id, seq, operation.inmateId',
      received: 'operation.id, operation.inmateId',
      categories: 'key, generation',
      products: 'key, generation',
      windows: 'key, generation',
      notices: 'key, generation',
      accounts: 'key, generation, value.inmateId',
      accountEntries: 'key, generation, value.inmateId',
      requests: 'key, generation, value.inmateId',
      meta: 'name',
      drafts: 'inmateId',
      noticesRead: '[inmateId+noticeId], inmateId',
    })
  }
}
