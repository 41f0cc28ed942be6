import type { OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { InmateId, OperationId, OrderWindowId, ProductId, RequestId, TerminalId } from '#shared/contracts/ids.ts'
import type { Owner, PricedLine, RequestKind, RequestState } from '#shared/contracts/request.ts'
import type { StoredVerdict } from '../database/stored-verdict.ts'

/** An operation that was answered before, or earlier in this batch. */
export interface KnownOperation {
  readonly hash: Buffer
  readonly verdict: StoredVerdict
}

/** A request as steps on it need it. */
export interface RequestRecord {
  readonly id: RequestId
  readonly inmateId: InmateId
  readonly kind: RequestKind
  readonly owner: Owner
  readonly dueAt: Date
  readonly order: OrderRecord | null
  state: RequestState
  remindedAt: Date | null
  eventCount: number
}

export interface OrderRecord {
  readonly windowId: OrderWindowId
  readonly lines: readonly Pick<PricedLine, 'productId' | 'quantity'>[]
  readonly totalCents: number
}

/** What a person has on order in a window. */
export interface OrderedSoFar {
  readonly quantities: Map<ProductId, number>
  spentCents: number
}

/** An inmate's money, with the accounts it lies on. */
export interface Purse {
  readonly availableId: string
  readonly heldId: string
  availableCents: number
}

/** A product whose stock goes down and up as a batch is decided. */
export interface StockedProduct extends Product {
  stock: number
}

/**
 * Everything a batch is decided on, read under lock, and kept up as each operation is accepted, so that the
 * next one is decided on what the ones before it left.
 */
export interface BatchState {
  readonly known: Map<OperationId, KnownOperation>
  /** Of the inmates the batch names, whose cell the terminal that names them stands in: `neighbourKey` of the two. */
  readonly neighbours: ReadonlySet<string>
  readonly requests: Map<RequestId, RequestRecord>
  readonly products: ReadonlyMap<ProductId, StockedProduct>
  readonly windows: ReadonlyMap<OrderWindowId, OrderWindow>
  readonly ordered: Map<string, OrderedSoFar>
  readonly purses: ReadonlyMap<InmateId, Purse>
  readonly medicalKeyIds: ReadonlySet<string>
}

export function neighbourKey(terminalId: TerminalId, inmateId: InmateId): string {
  return `${terminalId} ${inmateId}`
}

/** What `inmateId` has on order in a window, from the state, begun if there is nothing yet. */
export function orderedIn(state: BatchState, inmateId: InmateId, windowId: OrderWindowId): OrderedSoFar {
  const key = orderedKey(inmateId, windowId)
  const found = state.ordered.get(key)
  if (found !== undefined) return found
  const begun: OrderedSoFar = { quantities: new Map(), spentCents: 0 }
  state.ordered.set(key, begun)
  return begun
}

export function orderedKey(inmateId: InmateId, windowId: OrderWindowId): string {
  return `${inmateId} ${windowId}`
}
