import { randomInt } from 'node:crypto'
import { v4 as uuid } from 'uuid'
import {
  categoryIdSchema,
  type InmateId,
  inmateIdSchema,
  type OrderWindowId,
  orderWindowIdSchema,
  type PrisonId,
  prisonIdSchema,
  type ProductId,
  productIdSchema,
} from '#shared/contracts/ids.ts'
import { touch, type Touched } from '../changes/touch.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { openInmateAccounts, openPrisonAccount } from '../ledger/open-accounts.ts'
import { postMovements } from '../ledger/post-movements.ts'
import { createTestTerminal, type TestTerminal } from './test-terminal.ts'

/** The Monday on which tests take place, inside the fixture's order window. */
export const TEST_NOW = new Date('2026-03-02T10:00:00.000Z')
export const TEST_TIME_ZONE = 'Europe/Brussels'
export const TEST_MEDICAL_KEY_ID = 'medical-key-1'

/** What differs from the usual fixture. */
export interface PrisonWishes {
  readonly openingCents?: number
  readonly stock?: number
  readonly prices?: readonly number[]
  readonly maxPerOrder?: number
  readonly maxPerWindow?: number
  readonly maxTotalCents?: number
}

/** One wing, two cells with a terminal each, two inmates in the first cell and one in the second. */
export interface TestPrison {
  readonly id: PrisonId
  readonly cellIds: readonly [string, string]
  readonly terminals: readonly [TestTerminal, TestTerminal]
  readonly inmateIds: readonly [InmateId, InmateId, InmateId]
  readonly productIds: readonly ProductId[]
  readonly windowId: OrderWindowId
}

const names = (text: string) => ({ fr: text, nl: text, de: text, en: text })

/** Builds a wing beside whatever the database holds already, and puts it in the change feed. */
export function aPrison(database: Database, wishes: PrisonWishes = {}): Promise<TestPrison> {
  return database.transaction().execute(async transaction => {
    const id = await thePrison(transaction)
    const mark = uuid().slice(0, 8)
    const cellIds = [`cell-${mark}-1`, `cell-${mark}-2`] as const
    await transaction
      .insertInto('wings')
      .values({ id: `wing-${mark}`, names: names('Wing') })
      .execute()
    const cells = cellIds.map(cell => ({ id: cell, wing_id: `wing-${mark}`, capacity: 2 }))
    await transaction.insertInto('cells').values(cells).execute()
    const terminals = [await aTerminal(transaction, cellIds[0]), await aTerminal(transaction, cellIds[1])] as const
    const inmateIds = [
      await anInmate(transaction, cellIds[0]),
      await anInmate(transaction, cellIds[0]),
      await anInmate(transaction, cellIds[1]),
    ] as const
    await fillPurses(transaction, inmateIds, wishes.openingCents ?? 5000)
    const productIds = await stockShelf(transaction, mark, wishes)
    const windowId = await openWindow(transaction, mark, wishes.maxTotalCents ?? 100_000)
    await touch(transaction, [...productIds.map(ofPrison('product')), ofPrison('window')(windowId)])
    return { id, cellIds, terminals, inmateIds, productIds, windowId }
  })
}

async function thePrison(transaction: Transaction): Promise<PrisonId> {
  const row = { id: uuid(), names: names('Test prison'), time_zone: TEST_TIME_ZONE }
  await transaction
    .insertInto('prison')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await transaction
    .insertInto('medical_keys')
    .values({ key_id: TEST_MEDICAL_KEY_ID, public_key: 'A'.repeat(87), retired_at: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { id } = await transaction.selectFrom('prison').select('id').executeTakeFirstOrThrow()
  await touch(transaction, [ofPrison('prison')(id)])
  return prisonIdSchema.parse(id)
}

async function aTerminal(transaction: Transaction, cellId: string): Promise<TestTerminal> {
  const terminal = createTestTerminal(cellId)
  const { id, name, publicKey } = terminal
  const row = { id, name, cell_id: cellId, public_key: publicKey, enrolled_at: TEST_NOW, revoked_at: null }
  await transaction.insertInto('terminals').values(row).execute()
  return terminal
}

async function anInmate(transaction: Transaction, cellId: string): Promise<InmateId> {
  const id = inmateIdSchema.parse(uuid())
  const number = String(randomInt(10_000_000, 99_999_999))
  const person = { id, number, given_name: 'Amara', family_name: 'Diallo', language: 'fr' as const }
  await transaction
    .insertInto('inmates')
    .values({ ...person, pin_verifier: '$argon2id$test' })
    .execute()
  const since = new Date('2026-01-01T00:00:00Z')
  await transaction.insertInto('cell_stays').values({ inmate_id: id, cell_id: cellId, since, until: null }).execute()
  await touch(transaction, [
    { entity: 'person', key: id, scope: `inmate:${id}` },
    { entity: 'account', key: id, scope: `inmate:${id}` },
  ])
  return id
}

async function fillPurses(transaction: Transaction, inmateIds: readonly InmateId[], cents: number): Promise<void> {
  const accounts = await openInmateAccounts(transaction, inmateIds)
  await openPrisonAccount(transaction, 'canteen')
  const fromAccountId = await openPrisonAccount(transaction, 'outside')
  if (cents === 0) return
  const movements = [...accounts].map(([inmateId, { available }]) => ({
    id: uuid(),
    at: new Date('2026-02-01T00:00:00Z'),
    kind: 'opening' as const,
    inmateId,
    requestId: null,
    fromAccountId,
    toAccountId: available,
    amountCents: cents,
  }))
  await touch(transaction, await postMovements(transaction, movements))
}

async function stockShelf(transaction: Transaction, mark: string, wishes: PrisonWishes): Promise<ProductId[]> {
  const categoryId = categoryIdSchema.parse(`category-${mark}`)
  await transaction
    .insertInto('categories')
    .values({ id: categoryId, names: names('Category'), picture: 'bread', position: 0 })
    .execute()
  await touch(transaction, [ofPrison('category')(categoryId)])
  const products = (wishes.prices ?? [100, 250, 400]).map((priceCents, index) => ({
    id: productIdSchema.parse(`product-${mark}-${index}`),
    category_id: categoryId,
    names: names(`Product ${index}`),
    unit: '1 kg',
    picture: 'bread',
    price_cents: priceCents,
    stock: wishes.stock ?? 1000,
    max_per_order: wishes.maxPerOrder ?? 20,
    max_per_window: wishes.maxPerWindow ?? 50,
    allergens: [],
  }))
  await transaction.insertInto('products').values(products).execute()
  return products.map(product => product.id)
}

async function openWindow(transaction: Transaction, mark: string, maxTotalCents: number): Promise<OrderWindowId> {
  const id = orderWindowIdSchema.parse(`window-${mark}`)
  const row = {
    id,
    opens_at: new Date('2026-03-01T06:00:00Z'),
    closes_at: new Date('2026-03-03T18:00:00Z'),
    late_until: new Date('2026-03-04T06:00:00Z'),
    delivery_day: '2026-03-05',
    max_total_cents: maxTotalCents,
  }
  await transaction.insertInto('order_windows').values(row).execute()
  return id
}

const ofPrison =
  (entity: Touched['entity']) =>
  (key: string): Touched => ({ entity, key, scope: 'prison' })
