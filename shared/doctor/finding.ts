import { z } from 'zod'

/** The most findings one report carries: more than there are checks. */
export const MAX_FINDINGS = 150

/** Words for a technician's screen: what would move their cursor there is a space. A terminal may not be what it was. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite(text => text.replaceAll(/\p{Cc}/gu, ' '))

/** `unknown`: it could not be looked at, which is no proof of anything. */
export const findingStateSchema = z.enum(['ok', 'warn', 'fail', 'unknown'])
export type FindingState = z.output<typeof findingStateSchema>

/** What the doctor found in one place. The words are for a technician, in English. */
export const findingSchema = z.strictObject({
  /** Which check: the same in every version that has it. */
  check: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/),
  state: findingStateSchema,
  /** What was looked at, in a few words. */
  about: line(80),
  /** What was found. Never a secret, never a person's. */
  got: line(400),
  want: line(200),
  /** What it means where it is not as wanted. Empty where it is. */
  means: line(400),
  /** What to do about it. Empty where nothing is to be done. */
  remedy: line(400),
})
export type Finding = z.output<typeof findingSchema>

const worstFirst: readonly FindingState[] = ['fail', 'warn', 'unknown', 'ok']

/** The worst first; those alike as they came. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((left, right) => worstFirst.indexOf(left.state) - worstFirst.indexOf(right.state))
}

/** The worst state there is among them; `ok` where there are none. */
export function worstState(findings: readonly Pick<Finding, 'state'>[]): FindingState {
  return worstFirst.find(state => findings.some(finding => finding.state === state)) ?? 'ok'
}
