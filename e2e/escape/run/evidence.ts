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
  /** Whether another window has the keys now, or none. */
  readonly hasLostFocus: boolean
  /** Whether there still is a view, and whether its page answers. */
  readonly hasView: boolean
  readonly isViewThere: boolean
  readonly hasDevTools: boolean
  /** Whether there still is a window, and whether it has the whole screen. */
  readonly hasWindow: boolean
  readonly isFullScreen: boolean
  /** How much of what the screen shows above the page is something else than when it was last remembered. */
  readonly barPixels: number
  /** By how much the program's files have grown. */
  readonly bytesWritten: number
  /** Whether the program lived through it. */
  readonly isAlive: boolean
}

/** The page with the attack is asked for as well, which is no success of it. */
const OWN_PAGE = 'GET /atk/'

/** Whether such a request with the case's id in it reached any host but the case's own. */
export function reached(evidence: Evidence, request: RegExp): boolean {
  return evidence.elsewhere.some(({ detail }) => !detail.startsWith(OWN_PAGE) && request.test(detail))
}

/** In a few words, for who looks into it. */
export function describe({ outside, windows, handedOver, observed }: Evidence): string {
  const sinks = [...new Set(outside.map(({ sink }) => sink))]
  const seen = observed === undefined || observed === null ? [] : [JSON.stringify(observed).slice(0, 60)]
  return [...sinks, ...windows.map(title => `window ${title}`), ...handedOver, ...seen].join(', ')
}
