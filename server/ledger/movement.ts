import type { LedgerKind } from '#shared/contracts/account.ts'
import type { InmateId, RequestId } from '#shared/contracts/ids.ts'

/** Money of an inmate going from one account to another: one ledger transaction of two entries. */
export interface Movement {
  readonly id: string
  readonly at: Date
  readonly kind: LedgerKind
  readonly inmateId: InmateId
  readonly requestId: RequestId | null
  readonly fromAccountId: string
  readonly toAccountId: string
  /** Above zero. */
  readonly amountCents: number
}
