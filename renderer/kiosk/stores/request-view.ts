import type { RefusedPage } from '#shared/contracts/operation.ts'
import type { OperationId, OrderWindowId, ProductId, RequestId } from '#shared/contracts/ids.ts'
import type { LocalText } from '#shared/contracts/language.ts'
import type { Owner, RequestEvent, RequestKind, RequestState } from '#shared/contracts/request.ts'
import type { Rejection } from '#shared/contracts/verdict.ts'

/** Where a request stands, as the inmate reads it. Before `received` only this terminal knows of it. */
export type RequestStanding = 'recorded' | 'sent' | RequestState | 'needs-you'

export interface OrderLineView {
  readonly productId: ProductId
  /** Null when this terminal no longer has the product. */
  readonly names: LocalText | null
  readonly quantity: number
  /** As the prison priced it once received; before that, the price that was seen. */
  readonly unitPriceCents: number
}

export interface OrderView {
  readonly windowId: OrderWindowId
  /** `YYYY-MM-DD`; null when this terminal no longer has the window. */
  readonly deliveryDay: string | null
  readonly lines: readonly OrderLineView[]
  readonly totalCents: number
}

/** A withdrawal or reminder the prison did not accept. Shown until the person puts it away. */
export interface RefusedFollowUp {
  /** What `discardParked` takes. */
  readonly operationId: OperationId
  readonly kind: 'withdraw' | 'remind'
  readonly rejection: Rejection
}

export interface RequestView {
  readonly id: RequestId
  /** A few letters and figures of the id, to be said aloud at a counter: `7F3A-91C2`. */
  readonly reference: string
  /** `unknown` only for a refused follow-up on a request this terminal no longer has. */
  readonly kind: RequestKind | 'unknown'
  readonly state: RequestStanding
  /** A parked operation, or a refused follow-up, waits for the person. These come first. */
  readonly needsYou: boolean
  readonly owner: Owner | null
  readonly recordedAt: string
  readonly receivedAt: string | null
  readonly dueAt: string | null
  readonly remindedAt: string | null
  /** Oldest first; empty before the prison received it. */
  readonly events: readonly RequestEvent[]
  readonly order: OrderView | null
  /** The page somebody asked for. */
  readonly page: RefusedPage | null
  /** Set with `needs-you`: why the prison did not accept it. `ORDER_PRICE_ROSE` can be confirmed again. */
  readonly rejection: Rejection | null
  readonly refusedFollowUps: readonly RefusedFollowUp[]
  /** Asked for on this terminal and not yet shown by the prison. */
  readonly isWithdrawPending: boolean
  readonly isRemindPending: boolean
  /** Whether to offer it: as far as this terminal knows the prison would accept. */
  readonly canWithdraw: boolean
  readonly canRemind: boolean
  readonly canConfirmAgain: boolean
  /** Known from this terminal alone so far: the prison's figures (account, stock) do not count it yet. */
  readonly isOnlyHere: boolean
  /** The prison's signed receipt (compact JWS), once received. */
  readonly receipt: string | null
}
