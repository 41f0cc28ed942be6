import type { ReachOutcome } from '#shared/doctor/terminal-facts.ts'

/** This machine's own no: what its network's rules say, and a kind of network that is off here. */
const ownNo: ReadonlySet<unknown> = new Set(['EHOSTUNREACH', 'EPERM', 'EACCES', 'EAFNOSUPPORT'])
const noWay: ReadonlySet<unknown> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL'])
const othersNo: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** What a failed try says, by the system's word for it. A word that is not known here proves nothing, as silence does. */
export function outcomeOf(error: unknown): ReachOutcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (ownNo.has(code)) return 'blocked'
  if (noWay.has(code)) return 'no-way'
  return othersNo.has(code) ? 'refused' : 'silent'
}
