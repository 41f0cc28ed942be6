import type { InmateId, OperationId, OrderWindowId, ProductId, RequestId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { neighbourKey } from '../batch-state.ts'
import type { ArrivedOperation } from '../incoming.ts'
import type { Neighbour } from './load-people.ts'

/** Which rows the operations of a batch are decided on, each once. */
export interface WantedRows {
  readonly requestIds: readonly RequestId[]
  readonly windowIds: readonly OrderWindowId[]
  readonly productIds: readonly ProductId[]
  readonly medicalKeyIds: readonly string[]
}

/** The inmates a batch names, each once for each terminal that names them. */
export function namedNeighbours(arrived: readonly ArrivedOperation[]): Neighbour[] {
  const named = new Map<string, Neighbour>()
  for (const { operation, sentBy } of arrived) {
    const { inmateId } = operation
    named.set(neighbourKey(sentBy, inmateId), { terminalId: sentBy, inmateId })
  }
  return [...named.values()]
}

/** The inmates operations are about, each once. */
export function namedInmates(operations: readonly Operation[]): InmateId[] {
  return [...new Set(operations.map(operation => operation.inmateId))]
}

/** The operations whose earlier answer matters: the batch's own, and those that an order says it replaces. */
export function namedOperations(operations: readonly Operation[]): OperationId[] {
  const replaced = operations.flatMap(({ kind, body }) =>
    kind === 'canteen.order' && body.replaces !== null ? [body.replaces] : [],
  )
  return [...new Set([...operations.map(({ id }) => id), ...replaced])]
}

export function wantedRows(operations: readonly Operation[]): WantedRows {
  const requestIds = new Set<RequestId>()
  const windowIds = new Set<OrderWindowId>()
  const productIds = new Set<ProductId>()
  const medicalKeyIds = new Set<string>()
  for (const { kind, body } of operations) {
    if (kind === 'canteen.order') {
      windowIds.add(body.windowId)
      for (const line of body.lines) productIds.add(line.productId)
    } else if (kind === 'medical.appointment') {
      medicalKeyIds.add(body.keyId)
    } else if (kind !== 'web.page-request') {
      requestIds.add(body.requestId)
    }
  }
  return {
    requestIds: [...requestIds],
    windowIds: [...windowIds],
    productIds: [...productIds],
    medicalKeyIds: [...medicalKeyIds],
  }
}
