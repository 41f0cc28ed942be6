import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Receipt } from '#shared/contracts/receipt.ts'
import { must } from '#shared/errors/must.ts'
import type { Touched } from '../../changes/touch.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { SampleRequest } from '../history/request.ts'
import type { SamplePrison } from '../sample-prison.ts'

/** Signs as the server does; the caller has its key. */
export type SignSampleReceipt = (receipt: Receipt) => string

const DAY_MS = 24 * 60 * 60 * 1000
const DUE_AFTER_MS = { canteen: 5 * DAY_MS, medical: 2 * DAY_MS } as const

/** What the text of an earlier medical request was is nobody's business any more: the sample holds an empty seal. */
const forgotten = { version: 1, keyId: 'forgotten-key', encapsulatedKey: '', ciphertext: '' } as const

interface Written {
  readonly request: SampleRequest
  readonly operation: Operation
  readonly receipt: Receipt
}

/** Earlier orders and medical requests, each with the operation it came from and its receipt. */
export async function seedRequests(
  transaction: Transaction,
  sample: SamplePrison,
  sign: SignSampleReceipt,
): Promise<Touched[]> {
  const terminals = terminalByInmate(sample)
  const written = sample.requests.map(request =>
    write(request, must(terminals.get(request.inmateId), 'the terminal of a cell'), sample),
  )
  const signed = written.map(each => ({ ...each, jws: sign(each.receipt) }))
  await insertOperations(transaction, signed)
  await insertRequests(transaction, signed)
  await insertOrders(transaction, written)
  return written.map(({ request }) => ({ entity: 'request', key: request.id, scope: `inmate:${request.inmateId}` }))
}

function terminalByInmate({ inmates, terminals }: SamplePrison): ReadonlyMap<string, TerminalId> {
  const byCell = new Map(terminals.map(({ id, cellId }) => [cellId, id]))
  return new Map(inmates.map(({ id, cellId }) => [id, must(byCell.get(cellId), 'the terminal of a cell')]))
}

function write(request: SampleRequest, terminalId: TerminalId, { prison }: SamplePrison): Written {
  const operation = toOperation(request, terminalId)
  const receivedAt = must(request.history[0], 'the first step of a request').at
  const receipt: Receipt = {
    version: 1,
    prisonId: prison.id,
    operationId: request.id,
    operationHash: hashOf(operation).toString('base64url'),
    kind: operation.kind,
    inmateId: request.inmateId,
    terminalId,
    receivedAt,
    owner: request.kind,
    dueAt: new Date(Date.parse(receivedAt) + DUE_AFTER_MS[request.kind]).toISOString(),
    totalCents: request.kind === 'canteen' ? request.totalCents : null,
  }
  return { request, operation, receipt }
}

function toOperation(request: SampleRequest, terminalId: TerminalId): Operation {
  const envelope = { id: request.id, inmateId: request.inmateId, terminalId, recordedAt: request.recordedAt }
  if (request.kind === 'medical') return { ...envelope, kind: 'medical.appointment', body: forgotten }
  const lines = request.lines.map(({ productId, quantity, unitPriceCents }) => ({
    productId,
    quantity,
    seenUnitPriceCents: unitPriceCents,
  }))
  return { ...envelope, kind: 'canteen.order', body: { windowId: request.windowId, lines, replaces: null } }
}

function hashOf(operation: Operation): Buffer {
  return createHash('sha256').update(canonicalJson(operation)).digest()
}

type Signed = Written & { readonly jws: string }

async function insertOperations(transaction: Transaction, signed: readonly Signed[]): Promise<void> {
  await transaction
    .insertInto('operations')
    .values(
      signed.map(({ operation, receipt, jws }) => ({
        id: operation.id,
        terminal_id: operation.terminalId,
        inmate_id: operation.inmateId,
        kind: operation.kind,
        hash: hashOf(operation),
        operation,
        recorded_at: new Date(operation.recordedAt),
        received_at: new Date(receipt.receivedAt),
        verdict: { receipt: jws },
      })),
    )
    .execute()
}

async function insertRequests(transaction: Transaction, signed: readonly Signed[]): Promise<void> {
  await transaction
    .insertInto('requests')
    .values(
      signed.map(({ request, receipt, jws }) => ({
        id: request.id,
        inmate_id: request.inmateId,
        kind: request.kind,
        state: must(request.history.at(-1), 'the last step of a request').state,
        owner: receipt.owner,
        recorded_at: new Date(request.recordedAt),
        received_at: new Date(receipt.receivedAt),
        due_at: new Date(receipt.dueAt),
        reminded_at: null,
        receipt: jws,
      })),
    )
    .execute()
  await transaction
    .insertInto('request_events')
    .values(
      signed.flatMap(({ request }) =>
        request.history.map(({ at, state }, position) => ({
          request_id: request.id,
          position,
          at: new Date(at),
          step: state,
        })),
      ),
    )
    .execute()
}

async function insertOrders(transaction: Transaction, written: readonly Written[]): Promise<void> {
  const orders = written.flatMap(({ request }) => (request.kind === 'canteen' ? [request] : []))
  await transaction
    .insertInto('orders')
    .values(
      orders.map(({ id, inmateId, windowId, totalCents }) => ({
        request_id: id,
        inmate_id: inmateId,
        window_id: windowId,
        total_cents: totalCents,
      })),
    )
    .execute()
  await transaction
    .insertInto('order_lines')
    .values(
      orders.flatMap(({ id, lines }) =>
        lines.map(({ productId, names, quantity, unitPriceCents }) => ({
          request_id: id,
          product_id: productId,
          names,
          quantity,
          unit_price_cents: unitPriceCents,
        })),
      ),
    )
    .execute()
}
