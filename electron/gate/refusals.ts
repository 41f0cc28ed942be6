import { MAX_REFUSED_PATH_LENGTH } from '#shared/contracts/refusals.ts'
import { type DenyReason, denyReasons } from '#shared/policy/deny-reasons.ts'
import type { CountedRefusal } from './refusal-report.ts'
import type { Visit } from './visit.ts'

/** A page that was not shown, in what may be told and logged of it. */
export interface Refusal {
  readonly reason: DenyReason
  /** Host and path. Never the query: it holds what a person typed. */
  readonly address: string
  /** `W-<site>-<reason>`: short enough to be read out, and looked up by a technician. */
  readonly code: string
}

/** In characters: enough to recognise a page by. */
const MAX_ADDRESS_LENGTH = 200

/** What is known of a request that was refused. What no request was made for has none. */
export interface RefusedRequest {
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly ruleId?: string
}

export interface Refusals {
  readonly page: (url: string, reason: DenyReason, request?: RefusedRequest) => Refusal
  readonly part: (reason: DenyReason, request?: RefusedRequest) => void
  /** How many requests were refused in this visit, by reason; pages and their parts together. */
  readonly counts: () => ReadonlyMap<DenyReason, number>
}

/** Counts everything that is refused in a visit, and describes the pages among it. */
export function createRefusals(
  visit: () => Pick<Visit, 'siteNumber' | 'site'>,
  onCounted: (refusal: CountedRefusal) => void,
): Refusals {
  const counts = new Map<DenyReason, number>()
  const count = (reason: DenyReason, request?: RefusedRequest): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
    onCounted(countedAs(visit().site.id, reason, request))
  }
  return {
    page: (url, reason, request) => {
      count(reason, request ?? { url, method: '', resourceType: 'mainFrame' })
      return { reason, address: addressOf(url), code: refusalCode(visit().siteNumber, reason) }
    },
    part: count,
    counts: () => new Map(counts),
  }
}

export function refusalCode(siteNumber: number, reason: DenyReason): string {
  return `W-${siteNumber}-${denyReasons[reason]}`
}

function countedAs(siteId: string, reason: DenyReason, request?: RefusedRequest): CountedRefusal {
  const { url = '', method = '', resourceType = 'other', ruleId } = request ?? {}
  return {
    reason,
    siteId,
    ...(ruleId === undefined ? {} : { ruleId }),
    ...placeOf(url),
    method: /^[A-Z]{1,20}$/.test(method) ? method : '',
    type: resourceType,
  }
}

/** Host and path of a web address, never its query. Of anything else, nothing. */
function placeOf(url: string): { readonly host: string; readonly path: string } {
  const { protocol, host, pathname } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '', pathname: '' }
  const isWeb = protocol === 'https:' || protocol === 'http:'
  return isWeb ? { host, path: pathname.slice(0, MAX_REFUSED_PATH_LENGTH) } : { host: '', path: '' }
}

/** Of anything but a web address, its scheme: the rest of a `mailto:` is a message. */
function addressOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    const isWeb = protocol === 'https:' || protocol === 'http:'
    return (isWeb ? `${host}${pathname}` : protocol).slice(0, MAX_ADDRESS_LENGTH)
  } catch {
    return ''
  }
}
