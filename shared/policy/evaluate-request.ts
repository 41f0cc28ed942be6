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
  const { host, path } = read.address
  const folded = path.map(segment => segment.toLowerCase())
  const denial = entriesFor(denials, host, folded)?.find(entry => isDenied(entry, read))
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
  const { host, path } = read.address
  const rules = entriesFor(policy.rules, host, path)
  if (rules === undefined) return unlisted(host)
  const initiators = initiator === undefined ? undefined : sitesOfInitiator(policy, initiator)
  const refusalOf = (rule: CompiledRule): RuleRefusal | undefined => ruleRefusal(rule, read, initiators, circumstances)
  const granting = rules.find(rule => refusalOf(rule) === undefined)
  if (granting !== undefined) return grantOf(granting, read)
  // Rules under other paths were not looked at: what they list at this host says how far they would have come.
  const passed = (entriesFor(policy.places, host) ?? []).map(place => missOf(place, placeRefusal(place, read)))
  return closest([...rules.map(rule => missOf(rule, refusalOf(rule))), ...passed])
}

function grantOf({ siteId, ruleId, freeText }: CompiledRule, { query, body }: ReadRequest): Grant {
  const isWritten = freeText && (query.length > 0 || (body !== undefined && body.bytes > 0))
  return { effect: 'allow', siteId, ruleId, ...(isWritten && { freeText: true }) }
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
