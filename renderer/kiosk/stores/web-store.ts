import type { Bounds, PageEvent, WebSite } from '#shared/contracts/bridge.ts'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'

export type WebPage = Omit<Extract<PageEvent, { event: 'web-state' }>, 'event'>

export interface WebState {
  /** `undefined` while not read yet; empty when nothing is open to this person. */
  readonly sites: readonly WebSite[] | undefined
  /** The site in front, null when none is open. */
  readonly page: WebPage | null
  /** Why the last `open` or `refresh` did not work; null when it did. */
  readonly failure: ErrorCode | null

  readonly refreshSites: () => Promise<void>
  readonly open: (siteId: string, bounds: Bounds) => Promise<void>
  /** Moves or hides the view; call it whenever the place kept for it on the screen changes. */
  readonly place: (bounds: Bounds, isVisible: boolean) => Promise<void>
  readonly back: () => Promise<void>
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}
