import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { reasonWithNumber, reasonWords } from './reason-words.ts'

/** What a code stands for that an inmate read out. */
export interface CodeExplanation {
  readonly code: string
  readonly reason: DenyReason
  readonly means: string
  readonly todo: string
  /** The site of that number, where a policy is given that has one. */
  readonly siteId?: string
}

const CODE = /^w-(?<site>\d{1,4})-(?<reason>\d{1,3})$/i

/** Whether a text is written like a code. */
export function isRefusalCode(text: string): boolean {
  return CODE.test(text)
}

/** Looks a code up; `undefined` for one that no terminal ever shows. */
export function explainCode(text: string, policy: WebPolicy | undefined): CodeExplanation | undefined {
  const groups = CODE.exec(text)?.groups
  const reason = reasonWithNumber(Number(groups?.['reason']))
  if (reason === undefined) return undefined
  const siteId = policy?.sites[Number(groups?.['site']) - 1]?.id
  return { code: text.toUpperCase(), reason, ...reasonWords[reason], ...(siteId !== undefined && { siteId }) }
}
