import type { Command } from 'commander'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { policyIdSchema } from '#shared/policy/rule-schema.ts'
import { learnRules, type Proposal } from '../../web-policy/learn/learn-rules.ts'
import { readTraffic } from '../../web-policy/learn/read-traffic.ts'
import { complain, printJson } from '../print.ts'
import { readNamedFile, readPolicyFile, todayHere } from './policy-files.ts'

const optionsSchema = z.strictObject({
  site: policyIdSchema.max(30).optional(),
  policy: z.string().optional(),
  json: z.literal(true).optional(),
})

/** `guichet policy learn`: proposes the narrowest rules for a recorded visit. To be reviewed: it approves nothing. */
export function addPolicyLearnCommand(policy: Command): void {
  policy
    .command('learn')
    .description('propose rules for a recorded visit: JSON lines of what was refused, or an HTTP archive (HAR)')
    .argument('<traffic>', 'the record')
    .option('--site <id>', 'what to call the site')
    .option('--policy <file>', 'leave out what this policy grants already')
    .option('--json', 'for a machine to read: policy, writes, leftOut, notes')
    .action(async (path: string, raw: unknown) => {
      const { site, policy: file, json } = optionsSchema.parse(raw)
      const recorded = readTraffic(await readNamedFile(path))
      if (recorded === undefined) {
        throw new GuichetError(
          'CONFIGURATION_INVALID',
          `${path} is neither JSON lines with a "url" each nor an HTTP archive`,
        )
      }
      const known = file === undefined ? undefined : await readPolicyFile(file)
      const proposal = learnRules(recorded, { siteId: site, known, today: todayHere() })
      if (json === true) printJson(proposal)
      else printProposal(proposal)
    })
}

/** The policy alone goes to standard output, so that it can be kept in a file. */
function printProposal({ policy, writes, leftOut, notes }: Proposal): void {
  if (policy === undefined) complain('Nothing to propose: it was granted already, or nothing can grant it.')
  else printJson(policy)
  for (const { what, why, count } of leftOut) complain(`left out ${count}×  ${what}: ${why}`)
  for (const note of notes) complain(`note  ${note}`)
  for (const rule of writes) complain(`write, to be decided by itself:\n${JSON.stringify(rule, null, 2)}`)
}
