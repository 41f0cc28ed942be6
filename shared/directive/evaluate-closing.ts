import type { InmateId, TerminalId } from '../contracts/ids.ts'
import { unreachable } from '../errors/unreachable.ts'
import type { Closing, Scope, Target } from './closing.ts'

/** Where the question is asked: on which terminal, for whom. */
export interface Place {
  readonly terminalId: TerminalId
  readonly wingId: string
  /** Left out: nobody is signed in. */
  readonly inmateId?: InmateId | undefined
}

/**
 * What time it is, as far as it is proven, in milliseconds since the epoch: between these two. A terminal that was told the
 * time by its server knows it exactly, one that started without a line does not. What is not known to be over is not over.
 */
export interface Now {
  readonly earliestMs: number
  readonly latestMs: number
}

export type ClosingDecision =
  | { readonly effect: 'open' }
  /** `untilMs`: when the last of what closes it ends; null when a warden has to reopen it. */
  | { readonly effect: 'closed'; readonly closing: Closing; readonly untilMs: number | null }

/**
 * Decides whether `asked` is open.
 *
 *  - Closed as soon as one closing of it, or of what it is part of, is in force there. No closing opens anything.
 *  - Named is the most specific one: a rule's before its site's before the service's before the platform's, then a person's
 *    before a terminal's before a wing's before everyone's, then the one that was ordered last.
 *  - The platform's closing leaves medical requests open.
 *  - Equal arguments give equal decisions, whatever the order of the closings.
 */
export function evaluateClosing(closings: readonly Closing[], place: Place, asked: Target, now: Now): ClosingDecision {
  const inForce = closings.filter(
    closing => covers(closing.target, asked) && holdsFor(closing.scope, place) && isInForce(closing, now),
  )
  const [first, ...others] = inForce
  if (first === undefined) return { effect: 'open' }
  const closing = others.reduce((best, next) => (isMoreSpecific(next, best) ? next : best), first)
  const ends = inForce.map(({ until }) => (until === null ? Infinity : Date.parse(until)))
  const lastMs = Math.max(...ends)
  return { effect: 'closed', closing, untilMs: lastMs === Infinity ? null : lastMs }
}

/** Whether closing `closed` closes `asked`. */
function covers(closed: Target, asked: Target): boolean {
  if (closed.kind === 'service') {
    const service = asked.kind === 'service' ? asked.service : 'web'
    return closed.service === service || (closed.service === 'platform' && service !== 'medical')
  }
  if (asked.kind === 'service' || closed.siteId !== asked.siteId) return false
  return closed.kind === 'site' || (asked.kind === 'rule' && closed.ruleId === asked.ruleId)
}

function holdsFor(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'everyone':
      return true
    case 'wing':
      return scope.wingId === place.wingId
    case 'terminal':
      return scope.terminalId === place.terminalId
    case 'inmate':
      return scope.inmateId === place.inmateId
    default:
      return unreachable(scope)
  }
}

/** From its first millisecond to the one before its end. */
function isInForce({ from, until }: Pick<Closing, 'from' | 'until'>, now: Now): boolean {
  const hasBegun = from === null || Date.parse(from) <= now.latestMs
  const isOver = until !== null && Date.parse(until) <= now.earliestMs
  return hasBegun && !isOver
}

const scopeRank = { everyone: 0, wing: 1, terminal: 2, inmate: 3 } as const

function targetRank(target: Target): number {
  if (target.kind === 'rule') return 3
  if (target.kind === 'site') return 2
  return target.service === 'platform' ? 0 : 1
}

function isMoreSpecific(a: Closing, b: Closing): boolean {
  const byTarget = targetRank(a.target) - targetRank(b.target)
  if (byTarget !== 0) return byTarget > 0
  const byScope = scopeRank[a.scope.kind] - scopeRank[b.scope.kind]
  if (byScope !== 0) return byScope > 0
  return a.id > b.id
}
