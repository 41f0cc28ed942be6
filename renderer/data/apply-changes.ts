import type { InmateId, RequestId } from '#shared/contracts/ids.ts'
import { inmateIdSchema, requestIdSchema } from '#shared/contracts/ids.ts'
import type { Request } from '#shared/contracts/request.ts'
import type { PageChange } from '#shared/contracts/sync.ts'
import type { Table } from 'dexie'
import type { ChannelValue } from './bridge-client.ts'
import type { GuichetDatabase } from './database.ts'
import { type MirrorTable, mirrorSchemas, noCopyYet, type SyncMeta } from './rows.ts'

export type PulledPage = Extract<ChannelValue<'line:pull'>, { status: 'answered' }>

/** What else has to hear of a page that was applied. */
export interface AppliedPage {
  readonly requests: ReadonlyMap<RequestId, Request>
  readonly goneRequests: ReadonlySet<RequestId>
  readonly inmatesWhoLeft: readonly InmateId[]
  readonly hasCompletedCopy: boolean
}

const tableOf = {
  category: 'categories',
  product: 'products',
  window: 'windows',
  notice: 'notices',
  account: 'accounts',
  'account-entry': 'accountEntries',
  request: 'requests',
} as const satisfies Record<Exclude<PageChange['entity'], 'prison'>, MirrorTable>

const mirrorTables = Object.values(tableOf)

/**
 * Applies a pulled page to the mirror.
 *
 *  - Changes and cursor are written in one transaction: whatever breaks, the next pull asks for what is missing.
 *  - Applying a page twice is the same as once.
 *  - A full copy is laid over the old one, and only when its last page is in is the rest of the old one swept:
 *    the screens never go blank, and nothing stale stays.
 *  - An account that is gone means that its inmate left the cell: everything mirrored of theirs goes with it, and
 *    their drafts. Their outbox entries stay, because they were confirmed.
 */
export async function applyChanges(db: GuichetDatabase, page: PulledPage): Promise<AppliedPage> {
  return db.transaction('rw', [...mirrorTables, 'meta', 'drafts', 'noticesRead'], async () => {
    const before = (await db.meta.get('sync')) ?? noCopyYet
    const begins = page.restarted || before.cursor === null
    const generation = begins ? before.generation + 1 : before.generation
    const left = new Set<InmateId>()
    for (const change of page.changes) {
      // In the feed's order: a row that comes after its inmate left belongs to their return.
      for (const inmateId of await applyChange(db, change, generation)) left.add(inmateId)
    }
    const isCopying = begins || before.isCopying
    const completes = isCopying && !page.more
    if (completes) for (const inmateId of await sweep(db, generation)) left.add(inmateId)
    const meta: SyncMeta = {
      name: 'sync',
      cursor: page.cursor,
      generation,
      isCopying: isCopying && !completes,
      hasCopy: before.hasCopy || completes,
    }
    await db.meta.put(meta)
    return { ...requestsIn(page.changes), inmatesWhoLeft: [...left], hasCompletedCopy: completes }
  })
}

/** Answers who left the cell with this change. */
async function applyChange(db: GuichetDatabase, change: PageChange, generation: number): Promise<readonly InmateId[]> {
  // The terminal's own prison is pinned in its configuration; the page asks the main process for its name.
  if (change.entity === 'prison') return []
  const table = db.table(tableOf[change.entity])
  if (change.value !== null) {
    await table.put({ key: change.key, generation, value: change.value })
    return []
  }
  if (change.entity === 'account') {
    const inmateId = (await db.accounts.get(change.key))?.value.inmateId ?? inmateIdSchema.safeParse(change.key).data
    await db.accounts.delete(change.key)
    if (inmateId === undefined) return []
    await purgeInmate(db, inmateId)
    return [inmateId]
  }
  await table.delete(change.key)
  return []
}

async function purgeInmate(db: GuichetDatabase, inmateId: InmateId): Promise<void> {
  const tables: readonly Table[] = [db.accounts, db.accountEntries, db.requests]
  for (const table of tables) await table.where('value.inmateId').equals(inmateId).delete()
  await forgetDrafts(db, inmateId)
}

async function forgetDrafts(db: GuichetDatabase, inmateId: InmateId): Promise<void> {
  await db.drafts.delete(inmateId)
  await db.noticesRead.where({ inmateId }).delete()
}

async function sweep(db: GuichetDatabase, generation: number): Promise<readonly InmateId[]> {
  const staleAccounts = await db.accounts.where('generation').below(generation).toArray()
  const inmateIds = staleAccounts.map(({ value }) => value.inmateId)
  for (const inmateId of inmateIds) await forgetDrafts(db, inmateId)
  for (const name of Object.keys(mirrorSchemas)) await db.table(name).where('generation').below(generation).delete()
  return inmateIds
}

function requestsIn(changes: readonly PageChange[]): Pick<AppliedPage, 'requests' | 'goneRequests'> {
  const requests = new Map<RequestId, Request>()
  const goneRequests = new Set<RequestId>()
  for (const change of changes) {
    if (change.entity !== 'request') continue
    const id = change.value?.id ?? requestIdSchema.safeParse(change.key).data
    if (id === undefined) continue
    requests.delete(id)
    goneRequests.delete(id)
    if (change.value === null) goneRequests.add(id)
    else requests.set(id, change.value)
  }
  return { requests, goneRequests }
}
