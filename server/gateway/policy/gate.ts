import { canonicaliseAddress, type CanonicalAddress } from '#shared/policy/canonical-address.ts'
import { carriedBy } from '#shared/policy/carried-by.ts'
import type { CompiledPolicy } from '#shared/policy/compile-policy.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { evaluateRequest, type RequestDecision } from '#shared/policy/evaluate-request.ts'
import { entriesFor } from '#shared/policy/host-index.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import { must } from '#shared/errors/must.ts'
import type { Budgets } from '../budgets/budgets.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'
import type { KeepForReview } from '../reviews/reviews.ts'
import { type ClosingsSource, nothingClosed } from './closings-source.ts'
import { connectRefusal } from './connect-refusal.ts'
import type { PolicyInForce, PolicySource } from './policy-source.ts'
import { createUnderWay, type UnderWay } from './under-way.ts'

/** What an engine may let out, and what it has to do with the answer. */
export interface Grant {
  readonly effect: 'allow'
  readonly siteId: string
  readonly ruleId: string
  /** A person may have written anything into it. */
  readonly freeText?: true
  /** What is connected to: the address as it was judged. */
  readonly address: CanonicalAddress
  /** Whether the site that granted it lists this very host, with the scheme and port of `address`. */
  readonly isListed: (host: string) => boolean
  readonly contentSecurityPolicy: string
}

export interface Refused {
  readonly effect: 'deny'
  readonly reason: DenyReason
  readonly siteId?: string
  readonly ruleId?: string
  /** The site's place in the policy, from 1, as it stands in the code a person reads out; 0 for none. */
  readonly siteNumber: number
}

export type Verdict = Grant | Refused

/** Every engine's one way to a decision. */
export interface Gate {
  readonly judge: (identity: TunnelIdentity, request: PolicyRequest) => Promise<Verdict>
  /** Whether a tunnel to `host` and `port` may be asked for; `undefined` where it may. */
  readonly judgeConnect: (host: string, port: number) => Promise<DenyReason | undefined>
  /**
   * Judges a request that was granted again while it is under way, and counts nothing. Calls `refused` when it is not
   * granted any more. Answers how to stop, which whoever asked has to when the request is over.
   */
  readonly follow: (identity: TunnelIdentity, request: PolicyRequest, refused: (refusal: Refused) => void) => () => void
  /** To be called when the policy or what is closed has changed. Without that it is noticed within a second. */
  readonly judgeAgain: () => Promise<void>
}

/** Where a grant is counted and kept before it goes out. Without one, nothing is: for who only asks what would hold. */
export interface GateRecords {
  readonly budgets: Budgets
  readonly keepForReview: KeepForReview
}

export interface GateParts {
  readonly policies: Pick<PolicySource, 'current'>
  /** Left out: nothing is closed. */
  readonly closings?: Pick<ClosingsSource, 'closingsFor'>
  readonly reportBug: (error: unknown) => void
  readonly records?: GateRecords
  readonly underWay?: UnderWay
}

/**
 * Judges by the policy in force and by what is closed, and closes where there is no policy or judging itself fails.
 *
 *  - A grant is counted in the inmate's budget, and what was written freely is kept, before anything goes out.
 *  - What cannot be counted or kept is refused.
 */
export function createGate({
  policies,
  closings = nothingClosed,
  reportBug,
  records,
  underWay = createUnderWay(),
}: GateParts): Gate {
  const failed = refusedBy('gate-failed')
  const decide = async ({ terminalId, inmateId }: TunnelIdentity, request: PolicyRequest): Promise<Decided> => {
    const [inForce, closed] = await Promise.all([policies.current(), closings.closingsFor(terminalId, inmateId)])
    if (inForce === undefined) return { verdict: refusedBy('host-not-listed') }
    const decision = evaluateRequest(inForce.compiled, request, { ...inForce.circumstances, ...closed })
    return { inForce, verdict: verdictOf(inForce, request, decision) }
  }
  const judge = async (identity: TunnelIdentity, request: PolicyRequest): Promise<Verdict> => {
    const { inForce, verdict } = await decide(identity, request)
    if (verdict.effect === 'deny' || inForce === undefined || records === undefined) return verdict
    return record(records, inForce, { identity, request, grant: verdict })
  }
  const connect = async (host: string, port: number): Promise<DenyReason | undefined> => {
    const inForce = await policies.current()
    return inForce === undefined ? 'host-not-listed' : connectRefusal(inForce.compiled, host, port)
  }
  return {
    judge: (identity, request) => failClosed<Verdict>(() => judge(identity, request), failed, reportBug),
    judgeConnect: (host, port) =>
      failClosed<DenyReason | undefined>(() => connect(host, port), 'gate-failed', reportBug),
    follow: (identity, request, refused) =>
      underWay.follow(async () => {
        const { verdict } = await failClosed<Decided>(() => decide(identity, request), { verdict: failed }, reportBug)
        if (verdict.effect === 'deny') refused(verdict)
      }),
    judgeAgain: underWay.judgeAgain,
  }
}

interface Decided {
  readonly inForce?: PolicyInForce
  readonly verdict: Verdict
}

interface Granted {
  readonly identity: TunnelIdentity
  readonly request: PolicyRequest
  readonly grant: Grant
}

async function record(
  { budgets, keepForReview }: GateRecords,
  { policy, compiled, circumstances }: PolicyInForce,
  { identity, request, grant }: Granted,
): Promise<Verdict> {
  const { siteId, ruleId, address } = grant
  const isReading = !isWriteMethod(request.method ?? 'GET')
  const fits = await budgets.spend({
    inmateId: identity.inmateId,
    siteId,
    day: must(circumstances.today, 'the prison’s day'),
    carried: carriedBy(compiled, grant, request),
    ...(isReading && { address: address.href }),
  })
  if (!fits) return { effect: 'deny', reason: 'budget-spent', siteId, ruleId, siteNumber: siteNumberIn(policy, siteId) }
  if (grant.freeText === true) await keepForReview({ identity, siteId, ruleId, request })
  return grant
}

/** A refusal that no site has a part in. */
export function refusedBy(reason: DenyReason): Refused {
  return { effect: 'deny', reason, siteNumber: 0 }
}

function verdictOf(
  { policy, compiled, pagePolicyOf }: PolicyInForce,
  request: PolicyRequest,
  decision: RequestDecision,
): Verdict {
  const { siteId } = decision
  if (decision.effect === 'deny') {
    return { ...decision, siteNumber: siteNumberIn(policy, siteId) }
  }
  const reading = canonicaliseAddress(request.url)
  if (!reading.ok) return refusedBy(reading.reason)
  return {
    ...decision,
    address: reading.address,
    isListed: host => listsAt(compiled, decision.siteId, { ...reading.address, host }),
    contentSecurityPolicy: pagePolicyOf(decision.siteId),
  }
}

/** Of a name that leads inside, the owner of another site's name must make no use: so only what the same site lists counts. */
function listsAt(
  { places }: CompiledPolicy,
  siteId: string,
  { host, scheme, port, hasDefaultPort }: CanonicalAddress,
): boolean {
  const own = (entriesFor(places, host) ?? []).filter(place => place.siteId === siteId)
  return own.some(({ schemes, ports }) => schemes.has(scheme) && (ports?.has(port) ?? hasDefaultPort))
}

function siteNumberIn({ sites }: PolicyInForce['policy'], siteId: string | undefined): number {
  return siteId === undefined ? 0 : sites.findIndex(site => site.id === siteId) + 1
}

async function failClosed<Value>(
  work: () => Promise<Value>,
  closed: Value,
  reportBug: (error: unknown) => void,
): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    reportBug(error)
    return closed
  }
}
