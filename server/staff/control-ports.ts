import type { Effect, OrderAnswer, OrderView, Progress } from '#shared/contracts/staff.ts'
import type { OrderId } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { StateDocument } from '#shared/directive/state-document.ts'
import type { SignedIn } from './sessions.ts'

/** An order of the record, and who gave it. */
export interface RecordedOrder extends Omit<OrderView, 'isOwn' | 'reopens' | 'inmateNumber'> {
  readonly orderedById: string
}

export type OrderFilter = { readonly status: 'waiting' } | { readonly limit: number }

/** What the wardens' routes ask of whoever keeps the state document and its orders. */
export interface ControlPorts {
  /** What is in force; version 0 before the first document. */
  readonly readState: () => Promise<Pick<StateDocument, 'version' | 'closings' | 'maintenance'>>
  /** Orders, the latest first. */
  readonly listOrders: (filter: OrderFilter) => Promise<readonly RecordedOrder[]>
  readonly describeEffect: (intent: OrderIntent) => Promise<Effect>
  /** Throws `ORDER_REFUSED` where it makes no sense now, `ORDER_UNKNOWN` where it names what there is not. */
  readonly issueOrder: (intent: OrderIntent, by: SignedIn) => Promise<OrderAnswer>
  readonly approveOrder: (id: OrderId, by: SignedIn) => Promise<OrderAnswer>
  readonly declineOrder: (id: OrderId, by: SignedIn) => Promise<OrderAnswer>
  readonly readProgress: () => Promise<Progress>
  /** Calls back whenever `readProgress` may answer something else. Answers how to stop that. */
  readonly watch: (onChange: () => void) => () => void
}
