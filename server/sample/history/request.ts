import type { InmateId, OrderWindowId, RequestId } from '#shared/contracts/ids.ts'
import type { PricedLine, RequestState } from '#shared/contracts/request.ts'

/** A state a request reached, and when. */
export interface SampleStep {
  readonly state: RequestState
  readonly at: string
}

interface EarlierRequest {
  readonly id: RequestId
  readonly inmateId: InmateId
  readonly recordedAt: string
  /** Oldest first, never empty. */
  readonly history: readonly SampleStep[]
}

/** An order that was delivered, and paid for by exactly one `canteen` transaction at that moment. */
export interface SampleOrder extends EarlierRequest {
  readonly kind: 'canteen'
  readonly windowId: OrderWindowId
  readonly lines: readonly PricedLine[]
  readonly totalCents: number
}

/** A medical request that was answered. What it said only the medical service could ever read, so it is not here. */
export interface SampleMedicalRequest extends EarlierRequest {
  readonly kind: 'medical'
}

export type SampleRequest = SampleOrder | SampleMedicalRequest
