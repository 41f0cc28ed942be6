import { canonicaliseAddress, type CanonicalAddress } from '#shared/policy/canonical-address.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { evaluateRequest, type RequestDecision } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'
import { connectRefusal } from './connect-refusal.ts'
import type { PolicyInForce, PolicySource } from './policy-source.ts'

/** What an engine may let out, and what it has to do with the answer. */
export interface Grant {
  readonly effect: 'allow'
  readonly siteId: string
  readonly ruleId: string
  /** What is connected to: the address as it was judged. */
  readonly address: CanonicalAddress
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
}

/** Judges by the policy in force, and closes where there is none or judging itself fails. */
export function createGate(policies: PolicySource, reportBug: (error: unknown) => void): Gate {
  return {
    judge: (_identity, request) =>
      failClosed<Verdict>(
        async () => {
          const inForce = await policies.current()
          if (inForce === undefined) return refusedBy('host-not-listed')
          return verdictOf(inForce, request, evaluateRequest(inForce.compiled, request, inForce.circumstances))
        },
        refusedBy('gate-failed'),
        reportBug,
      ),
    judgeConnect: (host, port) =>
      failClosed<DenyReason | undefined>(
        async () => {
          const inForce = await policies.current()
          return inForce === undefined ? 'host-not-listed' : connectRefusal(inForce.compiled, host, port)
        },
        'gate-failed',
        reportBug,
      ),
  }
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
    const siteNumber = siteId === undefined ? 0 : policy.sites.findIndex(site => site.id === siteId) + 1
    return { ...decision, siteNumber }
  }
  const reading = canonicaliseAddress(request.url)
  if (!reading.ok) return refusedBy(reading.reason)
  return {
    ...decision,
    address: reading.address,
    isListed: host => compiled.places.exact.has(host),
    contentSecurityPolicy: pagePolicyOf(decision.siteId),
  }
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
