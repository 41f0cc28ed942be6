import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { PolicyProblem } from '#shared/policy/policy-problem.ts'
import { parseWebPolicy, type WebPolicy } from '#shared/policy/web-policy.ts'

/** In lines: nobody reads more, and the first one often causes the others. */
const MOST_PROBLEMS = 20

/** Reads a file that a technician named. Throws `CONFIGURATION_INVALID` where there is none. */
export async function readNamedFile(path: string): Promise<string> {
  try {
    return await readFile(resolve(path), 'utf8')
  } catch (error) {
    throw new GuichetError('CONFIGURATION_INVALID', `${path} cannot be read`, { cause: error })
  }
}

/** Reads a policy file. Throws `POLICY_INVALID` with each place and reason. */
export async function readPolicyFile(path: string): Promise<WebPolicy> {
  return mustBeValid(path, await readNamedFile(path))
}

/** The policy in `text`. Throws `POLICY_INVALID` with each place and reason; `name` says where it comes from. */
export function mustBeValid(name: string, text: string): WebPolicy {
  const reading = parseWebPolicy(text)
  if (reading.ok) return reading.policy
  throw new GuichetError('POLICY_INVALID', [`${name} is no valid policy`, ...inLines(reading.problems)].join('\n'))
}

/** One line a problem, the first twenty. */
export function inLines(problems: readonly PolicyProblem[]): readonly string[] {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ path, reason }) => `${path === '' ? 'file' : path}: ${reason}`)
  const more = problems.length - lines.length
  return more > 0 ? [...lines, `and ${more} more`] : lines
}

/** The day here, as `YYYY-MM-DD`. */
export function todayHere(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}
