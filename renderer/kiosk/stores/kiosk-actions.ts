import type { RefusedPage } from '#shared/contracts/operation.ts'
import type { OperationId, RequestId } from '#shared/contracts/ids.ts'
import type { MedicalContent } from '#shared/medical/medical-content.ts'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'

/**
 * `recorded`: on this terminal's disk, whatever happens next. `not-recorded`: nothing was kept and the person
 * must be told so; the code says why (`JOURNAL_FULL`, `SESSION_MISSING`, ...).
 */
export type ConfirmOutcome =
  | { readonly status: 'recorded'; readonly operationId: OperationId }
  | { readonly status: 'not-recorded'; readonly code: ErrorCode }

/** What the signed-in person can do. Pressing twice does it once. None of these rejects. */
export interface KioskActions {
  /** Confirms the review that is open in the cart, and empties the cart once it is recorded. */
  readonly confirmOrder: () => Promise<ConfirmOutcome>
  /** Confirms the medical draft under its own id, and forgets the draft once it is recorded. */
  readonly confirmMedical: (content: MedicalContent) => Promise<ConfirmOutcome>
  /** Asks for a page that was refused. Asked twice while the first is open, it is one request. */
  readonly askForPage: (page: RefusedPage) => Promise<ConfirmOutcome>
  readonly withdraw: (requestId: RequestId) => Promise<ConfirmOutcome>
  readonly remind: (requestId: RequestId) => Promise<ConfirmOutcome>
  /** A new order at the new prices in the place of one parked with `ORDER_PRICE_ROSE`. */
  readonly confirmAgain: (parkedId: OperationId) => Promise<ConfirmOutcome>
  /** Puts a parked operation, or a refused follow-up, away for good. Answers whether it is gone. */
  readonly discardParked: (operationId: OperationId) => Promise<boolean>
}
