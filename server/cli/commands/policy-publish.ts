import type { Command } from 'commander'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { lintPolicy } from '../../web-policy/lint-policy.ts'
import { publishWebPolicy } from '../../web-policy/publish-web-policy.ts'
import { readPublishedPolicy } from '../../web-policy/read-published-policy.ts'
import { print } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'
import { inLines, mustBeValid, readPolicyFile } from './policy-files.ts'

const optionsSchema = z.strictObject({ data: z.string() })
const showSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })

/** `guichet policy publish FILE`: makes a policy the one of every terminal. Changes nothing where it is refused. */
export function addPolicyPublishCommand(policy: Command): void {
  withServerOptions(policy.command('publish').description('give a policy file to every terminal'))
    .argument('<file>', 'the policy file')
    .action(async (file: string, raw: unknown) => {
      const { data } = optionsSchema.parse(raw)
      const published = await readPolicyFile(file)
      const findings = lintPolicy(published)
      const refused = findings.filter(({ severity }) => severity === 'refused')
      if (refused.length > 0)
        throw new GuichetError('POLICY_INVALID', [`${file} is refused`, ...inLines(refused)].join('\n'))
      await withDatabase(readServerOptions({ data }), database => publishWebPolicy(database, published))
      const rules = published.sites.reduce((total, site) => total + site.rules.length, 0)
      print(`Published: ${published.sites.length} sites, ${rules} rules. Terminals on the line obey it within seconds.`)
      if (findings.length > 0) print(`${findings.length} warnings: see guichet policy check ${file}`)
    })
}

/** `guichet policy show`: what is published. */
export function addPolicyShowCommand(policy: Command): void {
  withServerOptions(policy.command('show').description('show the published policy'))
    .option('--json', 'the file as it was published')
    .action(async (raw: unknown) => {
      const { data, json } = showSchema.parse(raw)
      const text = await withDatabase(readServerOptions({ data }), readPublishedPolicy)
      if (text === undefined) throw new GuichetError('POLICY_INVALID', 'no policy is published yet')
      for (const line of json === true ? [text] : sitesInWords(mustBeValid('The published policy', text))) print(line)
    })
}

function sitesInWords({ sites }: WebPolicy): readonly string[] {
  if (sites.length === 0) return ['No site is approved.']
  return sites.map(({ id, start, rules, deny = [], notAfter }, index) => {
    const end = notAfter === undefined ? '' : `, until ${notAfter}`
    return `${index + 1}  ${id.padEnd(20)} ${rules.length} rules, ${deny.length} deny entries${end}  ${start}`
  })
}
