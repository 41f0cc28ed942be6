import type { Account, AccountEntry } from '#shared/contracts/account.ts'
import {
  type Category,
  categorySchema,
  type OrderWindow,
  type Product,
  productSchema,
} from '#shared/contracts/catalogue.ts'
import type { InmateId, ProductId } from '#shared/contracts/ids.ts'
import { type Notice, noticeSchema } from '#shared/contracts/notice.ts'
import type { Person } from '#shared/contracts/person.ts'
import type { Request } from '#shared/contracts/request.ts'
import type { OutboxEntry } from '../rows.ts'
import { newEntry } from '../outbox-state.ts'
import { anOrder, coffee, inmateId, operationId, windowId } from './sample-operations.ts'

export const inAllLanguages = (text: string) => ({ fr: text, nl: text, de: text, en: text })

export function aPerson(n = 1): Person {
  return { inmateId: inmateId(n), number: `100${n}`, givenName: `Person ${n}`, language: 'nl' }
}

/** Two of this week's products: coffee at 3 €, sugar at 1 €. */
export function aProduct(id: ProductId = coffee, changes: Partial<Product> = {}): Product {
  return productSchema.parse({
    id,
    categoryId: 'drinks',
    names: inAllLanguages(id),
    unit: '500 g',
    picture: 'box',
    priceCents: id === coffee ? 300 : 100,
    stock: 20,
    maxPerOrder: 5,
    maxPerWindow: 8,
    allergens: [],
    ...changes,
  })
}

export function aCategory(changes: Partial<Category> = {}): Category {
  return categorySchema.parse({
    id: 'drinks',
    names: inAllLanguages('Drinks'),
    picture: 'cup',
    position: 1,
    ...changes,
  })
}

/** Open from the 1st to the 4th of March 2026. */
export function aWindow(changes: Partial<OrderWindow> = {}): OrderWindow {
  return {
    id: windowId,
    opensAt: '2026-03-01T00:00:00.000Z',
    closesAt: '2026-03-04T17:00:00.000Z',
    lateUntil: '2026-03-05T17:00:00.000Z',
    deliveryDay: '2026-03-06',
    maxTotalCents: 5000,
    ...changes,
  }
}

export function aNotice(id: string, changes: Partial<Notice> = {}): Notice {
  return noticeSchema.parse({
    id,
    important: false,
    publishedAt: '2026-03-01T00:00:00.000Z',
    until: '2026-04-01T00:00:00.000Z',
    title: inAllLanguages(id),
    body: inAllLanguages(id),
    ...changes,
  })
}

export function anAccount(owner: InmateId = inmateId(1), changes: Partial<Account> = {}): Account {
  return { inmateId: owner, availableCents: 2000, heldCents: 0, ...changes }
}

export function anAccountEntry(n: number, changes: Partial<AccountEntry> = {}): AccountEntry {
  return {
    id: `40000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    inmateId: inmateId(1),
    at: new Date(Date.parse('2026-03-01T00:00:00Z') + n * 60_000).toISOString(),
    kind: 'wages',
    amountCents: 500,
    requestId: null,
    ...changes,
  }
}

/** The prison's row for the `n`th order of a test. */
export function aRequest(n: number, changes: Partial<Request> = {}): Request {
  return {
    id: operationId(n),
    inmateId: inmateId(1),
    kind: 'canteen',
    state: 'received',
    owner: 'canteen',
    recordedAt: anOrder(n).recordedAt,
    receivedAt: '2026-03-02T10:00:00.000Z',
    dueAt: '2026-03-05T16:00:00.000Z',
    remindedAt: null,
    receipt: 'a.b.c',
    events: [{ at: '2026-03-02T10:00:00.000Z', step: 'received' }],
    order: {
      windowId,
      deliveryDay: '2026-03-06',
      lines: [{ productId: coffee, names: inAllLanguages('coffee'), quantity: 1, unitPriceCents: 300 }],
      totalCents: 300,
    },
    page: null,
    ...changes,
  }
}

/** An entry as it enters the outbox, at the place of its own number. */
export function anEntry(n: number, changes: Partial<OutboxEntry> = {}): OutboxEntry {
  return { ...newEntry(n, anOrder(n)), ...changes }
}
