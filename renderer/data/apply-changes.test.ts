import type { PageChange } from '#shared/contracts/sync.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, type PulledPage } from './apply-changes.ts'
import type { GuichetDatabase } from './database.ts'
import { FakeBridge } from './testing/fake-bridge.ts'
import { createBrowserStorage, freshDatabase } from './testing/fresh-database.ts'
import { anOrder, coffee, inmateId, operationId, sugar } from './testing/sample-operations.ts'
import {
  aCategory,
  anAccount,
  anAccountEntry,
  anEntry,
  aNotice,
  aProduct,
  aRequest,
  aWindow,
} from './testing/sample-rows.ts'

const page = (changes: PageChange[], shape: Partial<PulledPage> = {}): PulledPage => ({
  status: 'answered',
  cursor: 'AAAA',
  more: false,
  restarted: false,
  changes,
  ...shape,
})
const productChange = (id = coffee, priceCents = 300): PageChange => ({
  entity: 'product',
  key: id,
  value: aProduct(id, { priceCents }),
})
const accountOf = (n: number, availableCents = 2000): PageChange => ({
  entity: 'account',
  key: inmateId(n),
  value: anAccount(inmateId(n), { availableCents }),
})

async function pricesIn(db: GuichetDatabase): Promise<Record<string, number>> {
  return Object.fromEntries((await db.products.toArray()).map(({ key, value }) => [key, value.priceCents]))
}

test('puts every kind of row into its table, together with the cursor', async () => {
  const db = freshDatabase()
  await applyChanges(
    db,
    page([
      { entity: 'category', key: 'drinks', value: aCategory() },
      productChange(),
      { entity: 'window', key: 'week-10', value: aWindow() },
      { entity: 'notice', key: 'visits', value: aNotice('visits') },
      accountOf(1),
      { entity: 'account-entry', key: 'e1', value: anAccountEntry(1) },
      { entity: 'request', key: operationId(1), value: aRequest(1) },
    ]),
  )
  const tables = [db.categories, db.products, db.windows, db.notices, db.accounts, db.accountEntries, db.requests]
  expect(await Promise.all(tables.map(table => table.count()))).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(await db.meta.get('sync')).toMatchObject({ cursor: 'AAAA', hasCopy: true })
})

test('a tombstone deletes', async () => {
  const db = freshDatabase()
  await applyChanges(db, page([productChange(coffee), productChange(sugar)]))
  await applyChanges(db, page([{ entity: 'product', key: coffee, value: null }]))
  expect(Object.keys(await pricesIn(db))).toEqual([sugar])
})

test('a full copy never blanks the screens, and sweeps what it does not bring', async () => {
  const db = freshDatabase()
  await applyChanges(db, page([productChange(coffee), productChange(sugar)]))
  await applyChanges(db, page([productChange(coffee, 350)], { restarted: true, more: true, cursor: 'BBBB' }))
  expect(await pricesIn(db)).toEqual({ [coffee]: 350, [sugar]: 300 })
  await applyChanges(db, page([], { cursor: 'CCCC' }))
  expect(await pricesIn(db)).toEqual({ [coffee]: 350 })
})

test('when an inmate leaves the cell, their rows and drafts go, and their outbox stays', async () => {
  const db = freshDatabase()
  await applyChanges(
    db,
    page([accountOf(1), accountOf(2), { entity: 'request', key: operationId(1), value: aRequest(1) }]),
  )
  await db.outbox.put(anEntry(5))
  await db.drafts.put({ inmateId: inmateId(1), items: [{ productId: coffee, quantity: 1 }], review: null })
  const { inmatesWhoLeft } = await applyChanges(db, page([{ entity: 'account', key: inmateId(1), value: null }]))
  expect(inmatesWhoLeft).toEqual([inmateId(1)])
  expect(await db.requests.count()).toBe(0)
  expect(await db.drafts.count()).toBe(0)
  expect((await db.accounts.toArray()).map(({ key }) => key)).toEqual([inmateId(2)])
  expect(await db.outbox.count()).toBe(1)
})

test('an inmate missing from a full copy has left the cell', async () => {
  const db = freshDatabase()
  await applyChanges(db, page([accountOf(1), accountOf(2)]))
  const { inmatesWhoLeft } = await applyChanges(db, page([accountOf(2)], { restarted: true }))
  expect(inmatesWhoLeft).toEqual([inmateId(1)])
})

test('a page that cannot be written leaves the cursor where it was', async () => {
  const db = freshDatabase()
  await applyChanges(db, page([productChange()]))
  const broken = { entity: 'product', key: { not: 'a key' }, value: aProduct() } as unknown as PageChange
  await expect(applyChanges(db, page([productChange(sugar), broken], { cursor: 'BBBB' }))).rejects.toThrow('DataError')
  expect(await db.meta.get('sync')).toMatchObject({ cursor: 'AAAA' })
  expect(Object.keys(await pricesIn(db))).toEqual([coffee])
})

const step = fc.record({
  product: fc.constantFrom(coffee, sugar),
  priceCents: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
})
const disturbance = fc.constantFrom('once', 'twice', 'lost', 'restart')

test('whatever is repeated, lost or begun anew, the mirror ends as the feed does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(disturbance, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, disturbances, pageSize) => {
        const db = createBrowserStorage().open()
        const prison = new FakeBridge()
        prison.pageSize = pageSize
        const next = disturbances.values()
        const expected = new Map<string, number>()
        for (const { product, priceCents } of steps) {
          const value = priceCents === null ? null : aProduct(product, { priceCents })
          prison.feed.push({ entity: 'product', key: product, value })
          if (priceCents === null) expected.delete(product)
          else expected.set(product, priceCents)
          await pullDisturbed(db, prison, next.next().value ?? 'once')
        }
        for (let more = true; more;) more = await pullDisturbed(db, prison, 'once')
        expect(await pricesIn(db)).toEqual(Object.fromEntries(expected))
        db.close()
      },
    ),
    { numRuns: 40 },
  )
})

async function pullDisturbed(db: GuichetDatabase, prison: FakeBridge, how: string): Promise<boolean> {
  const cursor = how === 'restart' ? null : ((await db.meta.get('sync'))?.cursor ?? null)
  const answer = prison.pageFrom(cursor)
  if (how === 'lost') return true
  await applyChanges(db, answer)
  if (how === 'twice') await applyChanges(db, answer)
  return answer.more
}

test('says which requests changed and which are gone', async () => {
  const db = freshDatabase()
  const applied = await applyChanges(
    db,
    page([
      { entity: 'request', key: operationId(1), value: aRequest(1) },
      { entity: 'request', key: operationId(2), value: null },
    ]),
  )
  expect([...applied.requests.keys()]).toEqual([anOrder(1).id])
  expect([...applied.goneRequests]).toEqual([anOrder(2).id])
})
