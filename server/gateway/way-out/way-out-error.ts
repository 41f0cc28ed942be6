import type { DenyReason } from '#shared/policy/deny-reasons.ts'

/** Why a site could not be reached or may not answer, as the person who asked is told. */
export type WayOutReason = Extract<
  DenyReason,
  'address-not-public' | 'name-unknown' | 'site-unreachable' | 'answer-not-allowed' | 'download-not-allowed'
>

/** A request that was granted and came to nothing. Nothing of the site's answer has been passed on. */
export class WayOutError extends Error {
  override readonly name = 'WayOutError'
  readonly reason: WayOutReason
  /** What the terminal is answered: 403 refused, 502 not reached, 504 not in time. */
  readonly status: 403 | 502 | 504

  constructor(reason: WayOutReason, status: 403 | 502 | 504, options?: ErrorOptions) {
    super(`the way out ended: ${reason}`, options)
    this.reason = reason
    this.status = status
  }
}
