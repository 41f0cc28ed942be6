import type { Arrival } from '../sinks/arrivals.ts'

/** What is known of one attack once it was made. */
export interface Evidence {
  /** What reached the case's own host outside. */
  readonly outside: readonly Arrival[]
  /** What reached any other host and carries the case's id. */
  readonly elsewhere: readonly Arrival[]
  /** What reached a name that nobody in the test has. */
  readonly strange: readonly Arrival[]
  /** What the page saw. */
  readonly observed: unknown
  /** What the kiosk's own page shows. A program without one has none. */
  readonly shell: string | undefined
  /** Addresses that were handed to another program. */
  readonly handedOver: readonly string[]
  /** Titles of top-level windows that came up meanwhile. */
  readonly windows: readonly string[]
  /** Whether the program lived through it. */
  readonly isAlive: boolean
}

/** Whether such a request with the case's id in it reached any host but the case's own. */
export function reached(evidence: Evidence, request: RegExp): boolean {
  return evidence.elsewhere.some(({ detail }) => request.test(detail))
}
