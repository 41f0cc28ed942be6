import { isCut, type LineState } from '../stores/line-store.ts'
import type { WebState } from '../stores/web-store.ts'
import { refusalKind } from './refusal-kind.ts'

/** `shown`: the site's own page; anything else is for the kiosk to say in its place. */
export type SiteStanding = 'opening' | 'shown' | 'refused' | 'failed' | 'closed' | 'offline'

export interface SiteFacts extends Pick<WebState, 'page' | 'failure'> {
  readonly siteId: string
  readonly line: LineState['line']
  /** Whether this visit had its page before. */
  readonly wasHere: boolean
}

/**
 * What there is to see of a site that was asked for.
 *
 *  - A page of another site, still closing, is never taken for it.
 *  - The page is shown only while nothing has to be said instead.
 */
export function evaluateSite({ siteId, page, failure, line, wasHere }: SiteFacts): SiteStanding {
  if (isCut(line)) return 'offline'
  const here = page?.siteId === siteId ? page : null
  if (here === null) {
    if (failure !== null) return 'failed'
    return wasHere ? 'closed' : 'opening'
  }
  if (here.refusal !== null) return refusalKind(here.refusal.reason) === 'failed' ? 'failed' : 'refused'
  return here.hasFailed || failure !== null ? 'failed' : 'shown'
}
