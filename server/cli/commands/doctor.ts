import type { Command } from 'commander'
import process from 'node:process'
import { z } from 'zod'
import { describeFindings } from '#shared/doctor/describe-findings.ts'
import { worstState } from '#shared/doctor/finding.ts'
import type { Database } from '../../database/open-database.ts'
import { collectServerFacts } from '../../doctor/collect-server-facts.ts'
import { describeFleet } from '../../doctor/describe-fleet.ts'
import { judgeFleet } from '../../doctor/judge-fleet.ts'
import { judgeServer } from '../../doctor/judge-server.ts'
import { readFleet } from '../../doctor/read-fleet.ts'
import { readStages } from '../../updates/find-offer.ts'
import { gatewayOptionSchema } from '../gateway-option.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, type ServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  json: z.literal(true).optional(),
  fleet: z.literal(true).optional(),
  gateway: gatewayOptionSchema,
  release: z.string().max(80).optional(),
})
type Options = z.output<typeof optionsSchema>

/** `guichet doctor`: what is wrong with this server; with `--fleet`, with its terminals. Exit code 1 where something is. */
export function addDoctorCommand(program: Command): void {
  withServerOptions(program.command('doctor').description('what is wrong with this server, or with its terminals'))
    .option('--fleet', 'the terminals, as their doctors report')
    .option(
      '--release <version>',
      'with --fleet: the version all should have; left out, what is staged for each, else what most have',
    )
    .option('--gateway <engine>', 'as the server is started: embedded, or squid:127.0.0.1:PORT', 'embedded')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const options = optionsSchema.parse(raw)
      const server = readServerOptions({ data: options.data })
      const isIll = await withDatabase(server, database =>
        options.fleet === true ? examineFleet(database, options) : examineServer(database, server, options),
      )
      if (isIll) process.exitCode = 1
    })
}

async function examineServer(database: Database, { dataFolder }: ServerOptions, options: Options): Promise<boolean> {
  const findings = judgeServer(await collectServerFacts(database, { dataFolder, gateway: options.gateway }))
  const state = worstState(findings)
  if (options.json === true) printJson({ version: 1, at: new Date().toISOString(), state, findings })
  else for (const line of describeFindings(findings)) print(line)
  return state === 'fail'
}

async function examineFleet(database: Database, { json, release }: Options): Promise<boolean> {
  const now = new Date()
  const terminals = judgeFleet(await readFleet(database, await readStages(database)), now, release)
  if (json === true) printJson({ version: 1, at: now.toISOString(), terminals })
  else for (const line of describeFleet(terminals)) print(line)
  return terminals.some(({ state }) => state === 'ill')
}
