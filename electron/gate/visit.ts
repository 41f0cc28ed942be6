import type { Carried } from '#shared/policy/budget.ts'
import { canonicaliseAddress } from '#shared/policy/canonical-address.ts'
import { carriedBy } from '#shared/policy/carried-by.ts'
import { type CompiledPolicy, compilePolicy } from '#shared/policy/compile-policy.ts'
import { evaluateRequest, type Grant, type RequestDecision } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import type { Circumstances } from '#shared/policy/rule-match.ts'
import type { Site, WebPolicy } from '#shared/policy/web-policy.ts'
import { pagePolicyFor } from '#shared/policy/page-policy.ts'

/** One person's stay on one site, and the only thing in the gate that decides. */
export interface Visit {
  readonly site: Site
  /** The site's place in the policy file, from 1: what a code read out to a technician begins with. */
  readonly siteNumber: number
  /** The `Content-Security-Policy` of its pages. */
  readonly pagePolicy: string
  readonly decide: (request: PolicyRequest) => RequestDecision
  readonly weigh: (grant: Grant, request: PolicyRequest) => Weight
}

/** What a granted request carries out. */
export interface Weight {
  readonly carried: Carried
  /** Of a request for reading, which counts once. */
  readonly address?: string
}

/** A policy stays the same object until another takes its place, so each is prepared once. */
const prepared = new WeakMap<WebPolicy, CompiledPolicy>()

/** Prepares the decisions for one site, or answers `undefined` where the policy has no such site. */
export function prepareVisit(policy: WebPolicy, siteId: string, circumstances: () => Circumstances): Visit | undefined {
  const index = policy.sites.findIndex(one => one.id === siteId)
  const site = policy.sites[index]
  if (site === undefined) return undefined
  const compiled = prepared.get(policy) ?? compilePolicy(policy)
  prepared.set(policy, compiled)
  return {
    site,
    siteNumber: index + 1,
    pagePolicy: pagePolicyFor(policy, siteId),
    decide: request => evaluateRequest(compiled, request, circumstances()),
    weigh: (grant, request) => ({ carried: carriedBy(compiled, grant, request), ...addressRead(request) }),
  }
}

function addressRead({ url, method = 'GET' }: PolicyRequest): Pick<Weight, 'address'> {
  const reading = canonicaliseAddress(url)
  return reading.ok && !isWriteMethod(method) ? { address: reading.address.href } : {}
}
