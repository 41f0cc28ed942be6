import type { CompiledPolicy, CompiledRule } from './compile-policy.ts'
import { isDenied } from './deny-match.ts'
import type { DenyReason } from './deny-reasons.ts'
import { entriesFor } from './host-index.ts'
import { hasPunycodeLabel } from './host-pattern.ts'
import { sitesOfInitiator } from './initiator.ts'
import type { PolicyRequest } from './policy-request.ts'
import { readRequest } from './read-request.ts'
import { type Circumstances, placeRefusal, refusalOrder, type RuleRefusal, ruleRefusal } from './rule-match.ts'

export type RequestDecision = { readonly effect: 'allow'; readonly siteId: string; readonly ruleId: string } | Denial

/** `siteId` and `ruleId` name the deny entry, or the rule that came closest. */
export interface Denial {
  readonly effect: 'deny'
  readonly reason: DenyReason
  readonly siteId?: string
  readonly ruleId?: string
}

/**
 * Decides whether a request may leave. The gateway and the kiosk's gate both decide by this function and no other.
 *
 *  - Denies what no rule grants, what cannot be read and what cannot be seen; an empty policy denies everything.
 *  - A deny entry wins over every rule of every site. Adding one never grants anything.
 *  - Adding a rule can turn a denial into a grant, never the reverse.
 *  - Reads no clock, network or store: equal arguments give equal decisions, in whatever order sites are listed.
 *  - Each redirect is a request of its own.
 *
 * Held by the properties in `evaluate-request.prop.test.ts`.
 */
export function evaluateRequest(
  policy: CompiledPolicy,
  request: PolicyRequest,
  circumstances: Circumstances = {},
): RequestDecision {
  const read = readRequest(request)
  if (typeof read === 'string') return { effect: 'deny', reason: read }
  const { host, path } = read.address
  const denials = entriesFor(policy.denials, host, path[0]?.toLowerCase())
  const denial = denials?.find(entry => isDenied(entry, read))
  if (denial !== undefined) {
    return { effect: 'deny', reason: 'denied-by-entry', siteId: denial.siteId, ruleId: denial.ruleId }
  }
  const rules = entriesFor(policy.rules, host, path[0])
  if (rules === undefined) return unlisted(host)
  const initiators = request.initiator === undefined ? undefined : sitesOfInitiator(policy, request.initiator)
  const refusalOf = (rule: CompiledRule): RuleRefusal | undefined => ruleRefusal(rule, read, initiators, circumstances)
  const granting = rules.find(rule => refusalOf(rule) === undefined)
  if (granting !== undefined) return { effect: 'allow', siteId: granting.siteId, ruleId: granting.ruleId }
  // Rules under other first segments were not looked at: what they list at this host says how far they would have come.
  const passed = (entriesFor(policy.places, host) ?? []).map(place => missOf(place, placeRefusal(place, read)))
  return closest([...rules.map(rule => missOf(rule, refusalOf(rule))), ...passed])
}

function unlisted(host: string): Denial {
  return { effect: 'deny', reason: hasPunycodeLabel(host) ? 'host-look-alike' : 'host-not-listed' }
}

interface Miss extends Denial {
  readonly reason: RuleRefusal
}

function missOf(
  { siteId, ruleId }: { siteId: string; ruleId?: string },
  reason: RuleRefusal = 'path-not-listed',
): Miss {
  return { effect: 'deny', reason, siteId, ...(ruleId !== undefined && { ruleId }) }
}

/** The first of those that came furthest: what a technician would have to change. */
function closest(misses: readonly Miss[]): Denial {
  const reached = refusalOrder.findLast(reason => misses.some(miss => miss.reason === reason))
  return misses.find(miss => miss.reason === reached) ?? { effect: 'deny', reason: 'host-not-listed' }
}
