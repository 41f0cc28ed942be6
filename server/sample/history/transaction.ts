import type { LedgerKind } from '#shared/contracts/account.ts'
import type { InmateId, RequestId } from '#shared/contracts/ids.ts'

/** One movement on an inmate's account: negative takes away. */
export interface SampleTransaction {
  readonly id: string
  readonly inmateId: InmateId
  readonly at: string
  readonly kind: Extract<LedgerKind, 'opening' | 'wages' | 'deposit' | 'phone' | 'canteen'>
  readonly amountCents: number
  /** The order a `canteen` movement pays for; null for any other kind. */
  readonly requestId: RequestId | null
  /** The month worked, `YYYY-MM`, or who sent the money. */
  readonly note?: string
}
