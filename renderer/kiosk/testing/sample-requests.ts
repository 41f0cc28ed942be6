import { operationIdSchema, orderWindowIdSchema, productIdSchema } from '#shared/contracts/ids.ts'
import { nothingYet } from '../stores/nothing-yet.ts'
import type { RequestView } from '../stores/request-view.ts'

/** The id of the nth request of a test. */
export function requestId(n: number) {
  return operationIdSchema.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
}

/** A medical request recorded here and not yet sent. */
export const medicalRequest: RequestView = {
  ...nothingYet,
  id: requestId(1),
  reference: '7F3A-91C2',
  kind: 'medical',
  state: 'recorded',
  owner: 'medical',
  recordedAt: '2026-03-02T09:00:00Z',
  canWithdraw: true,
}

/** The same, once the prison has it. */
export const receivedRequest: RequestView = {
  ...medicalRequest,
  state: 'received',
  receivedAt: '2026-03-02T09:05:00Z',
  dueAt: '2026-03-04T22:59:59Z',
  events: [{ at: '2026-03-02T09:05:00Z', step: 'received' }],
  canRemind: true,
  isOnlyHere: false,
}

/** Two coffees, ordered and received. */
export const orderRequest: RequestView = {
  ...receivedRequest,
  id: requestId(2),
  reference: '1B2C-3D4E',
  kind: 'canteen',
  owner: 'canteen',
  order: {
    windowId: orderWindowIdSchema.parse('week-10'),
    deliveryDay: '2026-03-06',
    lines: [
      {
        productId: productIdSchema.parse('coffee'),
        names: { fr: 'Café', nl: 'Koffie', de: 'Kaffee', en: 'Coffee' },
        quantity: 2,
        unitPriceCents: 320,
      },
    ],
    totalCents: 640,
  },
}
