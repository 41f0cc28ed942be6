import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { explainCode, isRefusalCode } from '../../web-policy/explain-code.ts'
import { explainRequest, type Explanation } from '../../web-policy/explain-request.ts'
import { readPublishedPolicy } from '../../web-policy/read-published-policy.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'
import { mustBeValid, readPolicyFile, todayHere } from './policy-files.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  policy: z.string().optional(),
  method: z.string().optional(),
  type: z.string().optional(),
  initiator: z.string().optional(),
  contentType: z.string().optional(),
  body: z.string().optional(),
  today: z.iso.date().optional(),
  json: z.literal(true).optional(),
})
type Options = z.output<typeof optionsSchema>

/** `guichet policy explain`: what the gates decide about an address and why, or what a code stands for. */
export function addPolicyExplainCommand(policy: Command): void {
  withServerOptions(
    policy.command('explain').description('say which rule allows a request, or which almost did and why not'),
  )
    .argument('<address>', 'an address, or the code a terminal showed: W-2-18')
    .option('--policy <file>', 'this policy file, not the published one')
    .option('--method <method>', 'as GET or POST')
    .option('--type <type>', 'as mainFrame, script, image or xhr')
    .option('--initiator <address>', 'the page that causes it')
    .option('--content-type <type>', 'of the body')
    .option('--body <text>', 'what it would send')
    .option('--today <day>', 'decide as on this day, as 2026-03-01')
    .option('--json', 'for a machine to read')
    .action(async (address: string, raw: unknown) => {
      const options = optionsSchema.parse(raw)
      if (isRefusalCode(address)) await explainGivenCode(address, options)
      else await explainGivenAddress(address, options)
    })
}

async function explainGivenCode(code: string, options: Options): Promise<void> {
  const explanation = explainCode(code, await findPolicy(options))
  if (explanation === undefined) throw new GuichetError('QUERY_INVALID', `${code} is no code that a terminal shows`)
  if (options.json === true) {
    printJson(explanation)
    return
  }
  const { siteId, reason, means, todo } = explanation
  print(`${explanation.code}: ${means} (${reason})`)
  if (siteId !== undefined) print(`Site: ${siteId}`)
  print(todo)
}

async function explainGivenAddress(url: string, options: Options): Promise<void> {
  const policy = await findPolicy(options)
  if (policy === undefined)
    throw new GuichetError('POLICY_INVALID', 'no policy is published yet: name a file with --policy')
  const { method, type, initiator, contentType, body } = options
  const given = Object.entries({ method, type, initiator, contentType, body }).filter(
    ([, value]) => value !== undefined,
  )
  const request: PolicyRequest = { url, ...Object.fromEntries(given) }
  const explanation = explainRequest(policy, request, options.today ?? todayHere())
  if (options.json === true) printJson(explanation)
  else for (const line of inWords(explanation)) print(line)
}

/** The policy that was named, else the published one, else none. Starts no server where there was never one. */
async function findPolicy({ policy, data }: Options): Promise<WebPolicy | undefined> {
  if (policy !== undefined) return readPolicyFile(policy)
  const server = readServerOptions({ data })
  if (server.databaseUrl === undefined && !existsSync(server.dataFolder)) return undefined
  const text = await withDatabase(server, readPublishedPolicy)
  return text === undefined ? undefined : mustBeValid('The published policy', text)
}

function inWords(explanation: Explanation): readonly string[] {
  if (explanation.effect === 'allow') {
    const { siteId, ruleId, carried, freeText } = explanation
    return [
      `Allowed by rule ${ruleId} of site ${siteId}.`,
      `It counts ${carried.query} typed characters and ${carried.path} of its address in the budget of the day.`,
      ...(freeText ? ['It is logged for review: people may write what they like there.'] : []),
    ]
  }
  const { code, reason, means, todo, siteId, ruleId } = explanation
  const name = ruleId === undefined ? `a rule of site ${siteId ?? ''}` : `${ruleId} of site ${siteId ?? ''}`
  const closest = reason === 'denied-by-entry' ? `Deny entry: ${name}` : `Closest: ${name}`
  return [`Refused: ${means} (${reason}, ${code})`, ...(siteId === undefined ? [] : [closest]), todo]
}
