import { v7 as uuidv7 } from 'uuid'
import {
  type InmateId,
  type OperationId,
  operationIdSchema,
  type OrderWindowId,
  type ProductId,
} from '#shared/contracts/ids.ts'
import type { OperationOf } from '#shared/contracts/operation.ts'
import { must } from '#shared/errors/must.ts'
import { TEST_MEDICAL_KEY_ID, TEST_NOW, type TestPrison } from './a-prison.ts'

/** Who sends an operation, where the usual first inmate at the first terminal will not do. */
export interface Sender {
  readonly inmate?: 0 | 1 | 2
  readonly terminal?: 0 | 1
  readonly id?: OperationId
  readonly recordedAt?: Date
}

export interface LineWish {
  readonly product?: number
  readonly productId?: ProductId
  readonly quantity?: number
  readonly seenUnitPriceCents?: number
}

const usualPrices = [100, 250, 400]

/** A product of the fixture, by its place on the shelf. */
export function productOf(prison: TestPrison, place: number): ProductId {
  return must(prison.productIds[place], 'the fixture’s product')
}

function envelope(prison: TestPrison, { inmate = 0, terminal, id, recordedAt = TEST_NOW }: Sender) {
  const inmateId: InmateId = prison.inmateIds[inmate]
  return {
    id: id ?? newOperationId(),
    inmateId,
    terminalId: prison.terminals[terminal ?? (inmate === 2 ? 1 : 0)].id,
    recordedAt: recordedAt.toISOString(),
  }
}

export function newOperationId(): OperationId {
  return operationIdSchema.parse(uuidv7())
}

export interface OrderWish extends Sender {
  readonly windowId?: OrderWindowId
  readonly replaces?: OperationId
}

/** An order of the fixture's products; one piece of the first where `lines` says nothing else. */
export function anOrder(
  prison: TestPrison,
  lines: readonly LineWish[] = [{}],
  wish: OrderWish = {},
): OperationOf<'canteen.order'> {
  return {
    ...envelope(prison, wish),
    kind: 'canteen.order',
    body: {
      windowId: wish.windowId ?? prison.windowId,
      lines: lines.map(({ product = 0, productId, quantity = 1, seenUnitPriceCents }) => ({
        productId: productId ?? productOf(prison, product),
        quantity,
        seenUnitPriceCents: seenUnitPriceCents ?? usualPrices[product] ?? 100,
      })),
      replaces: wish.replaces ?? null,
    },
  }
}

/** A sealed medical request. What it holds is no text of anybody. */
export function anAppointment(
  prison: TestPrison,
  { keyId = TEST_MEDICAL_KEY_ID, ...sender }: Sender & { readonly keyId?: string } = {},
): OperationOf<'medical.appointment'> {
  const body = { version: 1 as const, keyId, encapsulatedKey: 'A'.repeat(87), ciphertext: 'B'.repeat(1388) }
  return { ...envelope(prison, sender), kind: 'medical.appointment', body }
}

export function aPageRequest(prison: TestPrison, sender: Sender = {}): OperationOf<'web.page-request'> {
  const body = { siteId: 'library', address: 'library.example/rules', code: 'W-2-18' }
  return { ...envelope(prison, sender), kind: 'web.page-request', body }
}

export function aWithdrawal(
  prison: TestPrison,
  requestId: OperationId,
  sender: Sender = {},
): OperationOf<'request.withdraw'> {
  return { ...envelope(prison, sender), kind: 'request.withdraw', body: { requestId } }
}

export function aReminder(
  prison: TestPrison,
  requestId: OperationId,
  sender: Sender = {},
): OperationOf<'request.remind'> {
  return { ...envelope(prison, sender), kind: 'request.remind', body: { requestId } }
}
