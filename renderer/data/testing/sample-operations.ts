import { bytesToBase64url } from '#shared/sealing/base64url.ts'
import {
  type InmateId,
  inmateIdSchema,
  type OperationId,
  operationIdSchema,
  requestIdSchema,
  terminalIdSchema,
  orderWindowIdSchema,
  productIdSchema,
} from '#shared/contracts/ids.ts'
import type { Operation, OperationOf } from '#shared/contracts/operation.ts'

const figures = (n: number, length: number) => n.toString(16).padStart(length, '0')

/** The `n`th operation id of a test; later ones sort after earlier ones. */
export const operationId = (n: number): OperationId =>
  operationIdSchema.parse(`01900000-0000-7000-8000-${figures(n, 12)}`)

export const inmateId = (n: number): InmateId => inmateIdSchema.parse(`10000000-0000-4000-8000-${figures(n, 12)}`)

const terminalId = terminalIdSchema.parse('20000000-0000-4000-8000-000000000001')
export const windowId = orderWindowIdSchema.parse('week-10')
export const coffee = productIdSchema.parse('coffee')
export const sugar = productIdSchema.parse('sugar')

function envelope(n: number, owner: InmateId) {
  const recordedAt = new Date(Date.parse('2026-03-02T09:00:00Z') + n * 1000).toISOString()
  return { id: operationId(n), inmateId: owner, terminalId, recordedAt }
}

/** One coffee for 3 €. */
export function anOrder(n: number, owner = inmateId(1)): OperationOf<'canteen.order'> {
  const lines = [{ productId: coffee, quantity: 1, seenUnitPriceCents: 300 }]
  return { ...envelope(n, owner), kind: 'canteen.order', body: { windowId, lines, replaces: null } }
}

export function anAppointment(n: number, owner = inmateId(1)): OperationOf<'medical.appointment'> {
  const body = { version: 1, keyId: 'medical-key', encapsulatedKey: 'AAAA', ciphertext: 'AAAA' } as const
  return { ...envelope(n, owner), kind: 'medical.appointment', body }
}

export function aPageRequest(n: number, owner = inmateId(1)): OperationOf<'web.page-request'> {
  const body = { siteId: 'library', address: 'library.example/rules', code: 'W-2-18' }
  return { ...envelope(n, owner), kind: 'web.page-request', body }
}

export function aWithdrawal(n: number, of: number, owner = inmateId(1)): OperationOf<'request.withdraw'> {
  return {
    ...envelope(n, owner),
    kind: 'request.withdraw',
    body: { requestId: requestIdSchema.parse(operationId(of)) },
  }
}

export function aReminder(n: number, of: number, owner = inmateId(1)): OperationOf<'request.remind'> {
  return { ...envelope(n, owner), kind: 'request.remind', body: { requestId: requestIdSchema.parse(operationId(of)) } }
}

/** A receipt as it looks; nobody on the page checks the signature. */
export function aReceipt(operation: Operation, totalCents: number | null = null): string {
  const payload = {
    version: 1,
    prisonId: '30000000-0000-4000-8000-000000000001',
    operationId: operation.id,
    operationHash: 'A'.repeat(43),
    kind: operation.kind,
    inmateId: operation.inmateId,
    terminalId: operation.terminalId,
    receivedAt: '2026-03-02T10:00:00.000Z',
    owner: operation.kind === 'medical.appointment' ? 'medical' : 'canteen',
    dueAt: '2026-03-05T16:00:00.000Z',
    totalCents,
  }
  return `e30.${bytesToBase64url(new TextEncoder().encode(JSON.stringify(payload)))}.c2ln`
}
