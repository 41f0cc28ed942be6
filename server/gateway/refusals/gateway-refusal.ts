import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'

/** One request that was refused or came to nothing, in what may be told of it: never its query, never its body. */
export interface GatewayRefusal {
  readonly reason: DenyReason
  readonly siteId?: string | undefined
  readonly ruleId?: string | undefined
  /** Empty where the request could not be read so far. */
  readonly host: string
  readonly path: string
  readonly method: string
  readonly type: string
}

export type ReportRefusal = (identity: TunnelIdentity, refusal: GatewayRefusal) => void
