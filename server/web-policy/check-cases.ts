import { z } from 'zod'
import { compilePolicy } from '#shared/policy/compile-policy.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import { policyRequestSchema } from '#shared/policy/policy-request.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { refusalCode } from './reason-words.ts'

/**
 * What a policy is expected to decide. A case may hold notes of its own beside these; its request may not: a misspelled
 * field would be a test of something else.
 */
export const policyCasesSchema = z.array(
  z.looseObject({
    id: z.string().min(1),
    request: policyRequestSchema.omit({ bodyBytes: true }),
    expect: z.enum(['allow', 'deny']),
  }),
)
export type PolicyCase = z.output<typeof policyCasesSchema>[number]

/** A case the policy decides otherwise. */
export interface CaseDifference {
  readonly id: string
  readonly expected: 'allow' | 'deny'
  readonly got: 'allow' | 'deny'
  readonly siteId?: string
  readonly ruleId?: string
  readonly reason?: DenyReason
  readonly code?: string
}

/** Decides every case and answers those that come out otherwise. */
export function checkCases(policy: WebPolicy, cases: readonly PolicyCase[], today: string): readonly CaseDifference[] {
  const compiled = compilePolicy(policy)
  return cases.flatMap(({ id, request, expect }) => {
    const { effect: got, ...why } = evaluateRequest(compiled, request, { today })
    if (got === expect) return []
    const siteNumber = policy.sites.findIndex(site => site.id === why.siteId) + 1
    return [
      { id, expected: expect, got, ...why, ...('reason' in why && { code: refusalCode(siteNumber, why.reason) }) },
    ]
  })
}
