import type { CompiledPolicy, CompiledRule } from './compile-policy.ts'
import { isDenied } from './deny-match.ts'
import type { DenyReason } from './deny-reasons.ts'
import { hardRefusal } from './hard-refusal.ts'
import { entriesFor } from './host-index.ts'
import { hasPunycodeLabel } from './host-pattern.ts'
import { sitesOfInitiator } from './initiator.ts'
import type { PolicyRequest } from './policy-request.ts'
import { readRequest, type ReadRequest } from './read-request.ts'
import {
  type Circumstances,
  contentRefusals,
  placeRefusal,
  refusalOrder,
  type RuleRefusal,
  ruleRefusal,
} from './rule-match.ts'

export type RequestDecision = Grant | Denial

export interface Grant {
  readonly effect: 'allow'
  readonly siteId: string
  readonly ruleId: string
  /** The request carries values in which a person may have written anything: to be logged for review. */
  readonly freeText?: true
}

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
 *  - Contact details and GraphQL texts do not go out, whatever a rule grants.
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
  const denial = denialOf(policy, read)
  if (denial !== undefined) return denial
  const decision = byRules(policy, read, { initiator: request.initiator, circumstances })
  // Elsewhere the place is what a technician has to hear of, and nothing of it is sent there anyway.
  if (decision.effect === 'deny' && !contentRefusals.has(decision.reason)) return decision
  const reason = hardRefusal(read)
  return reason === undefined ? decision : { ...placeOf(decision), effect: 'deny', reason }
}

function placeOf({ siteId, ruleId }: RequestDecision): { readonly siteId?: string; readonly ruleId?: string } {
  return { ...(siteId !== undefined && { siteId }), ...(ruleId !== undefined && { ruleId }) }
}

function denialOf({ denials }: CompiledPolicy, read: ReadRequest): Denial | undefined {
  if (denials.exact.size === 0 && denials.below.size === 0) return undefined
  const folded = { path: read.address.path.map(segment => segment.toLowerCase()) }
  const denial = entriesFor(denials, read.address.host, folded)?.find(entry => isDenied(entry, read))
  if (denial === undefined) return undefined
  return { effect: 'deny', reason: 'denied-by-entry', siteId: denial.siteId, ruleId: denial.ruleId }
}

interface Surroundings {
  readonly initiator: string | undefined
  readonly circumstances: Circumstances
}

function byRules(
  policy: CompiledPolicy,
  read: ReadRequest,
  { initiator, circumstances }: Surroundings,
): RequestDecision {
  const { host } = read.address
  const rules = entriesFor(policy.rules, host, read.address)
  if (rules === undefined) return unlisted(host)
  const initiators = () => (initiator === undefined ? undefined : sitesOfInitiator(policy, initiator))
  let miss: Miss | undefined
  for (const rule of rules) {
    const refusal = ruleRefusal(rule, read, initiators, circumstances)
    if (refusal === undefined) return grantOf(rule, read)
    miss = further(miss, rule, refusal)
  }
  // Rules under other paths were not looked at: what they list at this host says how far they would have come.
  if (miss !== undefined && (policy.listsWholeHosts || hasFoundPath(miss))) return denialFor(miss)
  for (const place of entriesFor(policy.places, host) ?? []) {
    miss = further(miss, place, placeRefusal(place, read) ?? 'path-not-listed')
  }
  return miss === undefined ? unlisted(host) : denialFor(miss)
}

function grantOf({ siteId, ruleId, freeText }: CompiledRule, { query, body }: ReadRequest): Grant {
  const isWritten = freeText && (query.length > 0 || (body !== undefined && body.bytes > 0))
  return isWritten ? { effect: 'allow', siteId, ruleId, freeText: true } : { effect: 'allow', siteId, ruleId }
}

function unlisted(host: string): Denial {
  return { effect: 'deny', reason: hasPunycodeLabel(host) ? 'host-look-alike' : 'host-not-listed' }
}

/** A rule, or a place where no rule lists the path, and how far a request came there. */
interface Miss {
  readonly nearest: { readonly siteId: string; readonly ruleId?: string }
  readonly reason: RuleRefusal
}

const progress: ReadonlyMap<RuleRefusal, number> = new Map(refusalOrder.map((reason, index) => [reason, index]))

/** The one of two misses that came further, the earlier of equals: what a technician would have to change. */
function further(miss: Miss | undefined, nearest: Miss['nearest'], reason: RuleRefusal): Miss {
  const isFurther = miss === undefined || (progress.get(reason) ?? 0) > (progress.get(miss.reason) ?? 0)
  return isFurther ? { nearest, reason } : miss
}

function hasFoundPath({ reason }: Miss): boolean {
  return (progress.get(reason) ?? 0) >= (progress.get('path-not-listed') ?? 0)
}

function denialFor({ nearest: { siteId, ruleId }, reason }: Miss): Denial {
  return ruleId === undefined ? { effect: 'deny', reason, siteId } : { effect: 'deny', reason, siteId, ruleId }
}
