import { carriedBy } from '#shared/policy/carried-by.ts'
import type { Carried } from '#shared/policy/budget.ts'
import { compilePolicy } from '#shared/policy/compile-policy.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { reasonWords, refusalCode } from './reason-words.ts'
import { whatToAdd } from './what-to-add.ts'

/** A decision with everything a technician asks next. */
export type Explanation = Granted | Refused

interface Granted {
  readonly effect: 'allow'
  readonly siteId: string
  readonly ruleId: string
  /** Logged for review, because a person may have written anything in it. */
  readonly freeText: boolean
  /** What it counts in the budget of the day. */
  readonly carried: Carried
}

interface Refused {
  readonly effect: 'deny'
  readonly reason: DenyReason
  readonly code: string
  readonly means: string
  /** What would grant it, or why nothing does. */
  readonly todo: string
  /** The deny entry, or the rule that came closest. */
  readonly siteId?: string
  readonly ruleId?: string
}

/** Explains what the gates decide about a request on a day. */
export function explainRequest(policy: WebPolicy, request: PolicyRequest, today: string): Explanation {
  const compiled = compilePolicy(policy)
  const decision = evaluateRequest(compiled, request, { today })
  if (decision.effect === 'allow') {
    const { siteId, ruleId, freeText } = decision
    return {
      effect: 'allow',
      siteId,
      ruleId,
      freeText: freeText === true,
      carried: carriedBy(compiled, decision, request),
    }
  }
  const { reason, siteId, ruleId } = decision
  const { means, todo } = reasonWords[reason]
  return {
    ...decision,
    code: refusalCode(policy.sites.findIndex(site => site.id === siteId) + 1, reason),
    means,
    todo: whatToAdd({ reason, rule: compiled.byId.get(ruleId ?? ''), request }) ?? todo,
  }
}
