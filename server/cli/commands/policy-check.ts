import type { Command } from 'commander'
import process from 'node:process'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { describeIssue, type PolicyProblem } from '#shared/policy/policy-problem.ts'
import { parseWebPolicy, type WebPolicy } from '#shared/policy/web-policy.ts'
import { type CaseDifference, checkCases, type PolicyCase, policyCasesSchema } from '../../web-policy/check-cases.ts'
import { lintPolicy, type PolicyFinding } from '../../web-policy/lint-policy.ts'
import { reasonWords } from '../../web-policy/reason-words.ts'
import { complain, print, printJson } from '../print.ts'
import { inLines, readNamedFile, todayHere } from './policy-files.ts'

const optionsSchema = z.strictObject({
  policy: z.string().optional(),
  cases: z.string().optional(),
  today: z.iso.date().optional(),
  json: z.literal(true).optional(),
})

/** What a check came to, in the form `--json` prints. */
interface CheckResult {
  /** Whether the policy is valid, nobody would refuse to publish it, and every case came out as expected. */
  readonly ok: boolean
  readonly problems: readonly PolicyProblem[]
  readonly findings: readonly PolicyFinding[]
  /** How many cases were decided. */
  readonly cases: number
  readonly differences: readonly CaseDifference[]
}

/**
 * `guichet policy check`: reads a policy as the gates do, looks it over, and compares it with cases. Exit code 1 where it is
 * not valid, lists hosts that strangers share, or decides a case otherwise than expected.
 */
export function addPolicyCheckCommand(policy: Command): void {
  policy
    .command('check')
    .description('check a policy file, and what it decides')
    .argument('[file]', 'the policy file')
    .option('--policy <file>', 'the policy file, given by name')
    .option('--cases <file>', 'a JSON array of {"id", "request", "expect": "allow" or "deny"}')
    .option('--today <day>', 'decide as on this day, as 2026-03-01')
    .option('--json', 'for a machine to read')
    .action(async (file: string | undefined, raw: unknown, command: Command) => {
      const options = optionsSchema.parse(raw)
      const path = options.policy ?? file
      if (path === undefined || (options.policy !== undefined && file !== undefined)) {
        command.error('error: name one policy file', { exitCode: 2 })
      }
      const text = await readNamedFile(path)
      const cases = options.cases === undefined ? undefined : parseCases(await readNamedFile(options.cases))
      const result = checkPolicy(text, cases ?? [], options.today ?? todayHere())
      if (options.json === true) printJson(result)
      else printResult(result, cases !== undefined)
      if (!result.ok) process.exitCode = 1
    })
}

function parseCases(text: string): readonly PolicyCase[] {
  const parsed = policyCasesSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const lines = inLines(parsed.error.issues.map(describeIssue))
  throw new GuichetError('CONFIGURATION_INVALID', ['these are no cases', ...lines].join('\n'))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new GuichetError('CONFIGURATION_INVALID', 'the cases are not valid JSON', { cause: error })
  }
}

function checkPolicy(text: string, cases: readonly PolicyCase[], today: string): CheckResult {
  const reading = parseWebPolicy(text)
  if (!reading.ok) return { ok: false, problems: reading.problems, findings: [], cases: 0, differences: [] }
  return compare(reading.policy, cases, today)
}

function compare(policy: WebPolicy, cases: readonly PolicyCase[], today: string): CheckResult {
  const findings = lintPolicy(policy)
  const differences = checkCases(policy, cases, today)
  const ok = differences.length === 0 && findings.every(({ severity }) => severity === 'warning')
  return { ok, problems: [], findings, cases: cases.length, differences }
}

function printResult({ problems, findings, cases, differences }: CheckResult, hasCases: boolean): void {
  if (problems.length > 0) {
    complain('The policy is refused whole:')
    for (const line of inLines(problems)) complain(line)
    return
  }
  for (const finding of findings) complain(findingInWords(finding))
  for (const difference of differences) print(differenceInWords(difference))
  if (hasCases) print(`${cases} cases, ${differences.length} decided otherwise than expected.`)
  const refused = findings.filter(({ severity }) => severity === 'refused').length
  const warnings = findings.length - refused
  print(
    refused > 0 ? `The policy is refused for ${refused} reasons.` : `The policy is valid, with ${warnings} warnings.`,
  )
}

function findingInWords({ severity, path, ruleId, reason }: PolicyFinding): string {
  return `${severity}  ${path}${ruleId === undefined ? '' : ` (${ruleId})`}: ${reason}`
}

function differenceInWords({ id, expected, got, siteId, ruleId, reason, code }: CaseDifference): string {
  const rule = [siteId, ruleId].filter(part => part !== undefined).join(', ')
  const why =
    reason === undefined
      ? `by ${rule}`
      : `${reasonWords[reason].means} (${reason}, ${code ?? ''}${rule === '' ? '' : `; closest: ${rule}`})`
  return `differs  ${id}: expected ${expected}, got ${got} ${reason === undefined ? '' : '– '}${why}`
}
