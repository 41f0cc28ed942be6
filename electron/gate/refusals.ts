import { type DenyReason, denyReasons } from '#shared/policy/deny-reasons.ts'
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

export interface Refusals {
  readonly page: (url: string, reason: DenyReason) => Refusal
  readonly part: (reason: DenyReason) => void
  /** How many requests were refused in this visit, by reason; pages and their parts together. */
  readonly counts: () => ReadonlyMap<DenyReason, number>
}

/** Counts everything that is refused in a visit, and describes the pages among it. */
export function createRefusals(visit: () => Pick<Visit, 'siteNumber'>): Refusals {
  const counts = new Map<DenyReason, number>()
  const count = (reason: DenyReason): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return {
    page: (url, reason) => {
      count(reason)
      return { reason, address: addressOf(url), code: refusalCode(visit().siteNumber, reason) }
    },
    part: count,
    counts: () => new Map(counts),
  }
}

export function refusalCode(siteNumber: number, reason: DenyReason): string {
  return `W-${siteNumber}-${denyReasons[reason]}`
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
