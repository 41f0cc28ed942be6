import type { DenyReason } from '#shared/policy/deny-reasons.ts'

/** What a person is told of a refusal: most reasons are one to them, a page that nobody approved. */
export type RefusalKind = 'refused' | 'spent' | 'expired' | 'siteClosed' | 'ruleClosed' | 'failed'

const kinds: ReadonlyMap<string, RefusalKind> = new Map<DenyReason, RefusalKind>([
  ['budget-spent', 'spent'],
  ['site-expired', 'expired'],
  ['site-closed', 'siteClosed'],
  ['rule-closed', 'ruleClosed'],
  ['name-unknown', 'failed'],
  ['site-unreachable', 'failed'],
])

/** `failed`: nothing was refused, the site did not answer. A reason this page does not know is told as not approved. */
export function refusalKind(reason: string): RefusalKind {
  return kinds.get(reason) ?? 'refused'
}

/** Whether a technician could do anything about it. A new day, or a warden, opens the others. */
export function isAskable(kind: RefusalKind): boolean {
  return kind === 'refused' || kind === 'expired'
}
