import type { PrisonId } from '#shared/contracts/ids.ts'
import type { Operation, OperationKind, OperationOf } from '#shared/contracts/operation.ts'
import type { Receipt } from '#shared/contracts/receipt.ts'
import type { Rejection } from '#shared/contracts/verdict.ts'
import type { Calendar } from '../receipts/calendar.ts'
import type { SignReceipt } from '../receipts/sign-receipt.ts'
import type { BatchEffects } from './batch-effects.ts'
import type { BatchState } from './batch-state.ts'

/** What is the same for every operation of a prison. */
export interface House {
  readonly prisonId: PrisonId
  readonly calendar: Calendar
  readonly signReceipt: SignReceipt
}

/** What deciders work on. They read `state`; only an accepted decision's `apply` changes it. */
export interface Desk {
  readonly state: BatchState
  readonly effects: BatchEffects
  readonly house: House
}

/** An operation that is this terminal's to send and was not answered before. */
export interface FreshOperation<Kind extends OperationKind = OperationKind> {
  readonly operation: OperationOf<Kind>
  readonly recordedAt: Date
  readonly receivedAt: Date
}

/** Whether an operation is accepted. Until `apply` is called nothing has changed. */
export type Decision =
  | { readonly effect: 'reject'; readonly rejection: Rejection }
  | {
      readonly effect: 'accept'
      /** Who handles it, by when, at what price: what the receipt promises. */
      readonly terms: Pick<Receipt, 'owner' | 'totalCents'> & { readonly dueAt: Date }
      readonly apply: (receipt: string) => void
    }

/** A decider for one kind of operation. */
export type Decide<Kind extends Operation['kind']> = (fresh: FreshOperation<Kind>, desk: Desk) => Decision

export function reject(rejection: Rejection): Decision {
  return { effect: 'reject', rejection }
}
