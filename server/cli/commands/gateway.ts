import type { Command } from 'commander'
import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process, { stderr, stdin, stdout } from 'node:process'
import { z } from 'zod'
import { type DatabaseConnection, openDatabase } from '../../database/open-database.ts'
import { embeddedConnection } from '../../embedded/embedded-postgres.ts'
import { createClosings, sitesOf } from '../../control/closings/create-closings.ts'
import { createStateSource } from '../../control/state/state-source.ts'
import { createJudging } from '../../gateway/create-gateway.ts'
import { createPolicySource } from '../../gateway/policy/policy-source.ts'
import { listedAddresses } from '../../gateway/squid/listed-addresses.ts'
import { runHelper } from '../../gateway/squid/run-helper.ts'
import { squidFiles } from '../../gateway/squid/squid-settings.ts'
import { type SquidCommands, writeSquidFolder } from '../../gateway/squid/write-squid-folder.ts'
import { writeFileDurably } from '../../keys/write-file-durably.ts'
import { createLogger } from '../../logging/create-logger.ts'
import { print, printJson } from '../print.ts'
import { loadServerKeys } from '../server-keys.ts'
import { readServerOptions, type ServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const squidSchema = z.strictObject({
  data: z.string(),
  out: z.string(),
  port: z.coerce.number({ error: 'not a number' }).int().min(1).max(65_535),
  authorities: z.string().optional(),
  json: z.literal(true).optional(),
})
const helperSchema = z.strictObject({ data: z.string() })

/** Squid starts two helpers at most; each judges many requests at once. */
const HELPER_CONNECTIONS = 6

/** `guichet gateway`: the production engine of the way to the web. */
export function addGatewayCommand(program: Command): void {
  const gateway = program.command('gateway').description('the way to the web through Squid')
  withServerOptions(gateway.command('squid').description('write everything a Squid of its own needs into a folder'))
    .requiredOption('--out <folder>', 'where to; the account that runs Squid must be the one that calls this')
    .option('--port <port>', 'the port on loopback Squid listens on', '3128')
    .option('--authorities <file>', 'authorities that vouch for sites, besides this machine’s own, PEM')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, out, port, authorities, json } = squidSchema.parse(raw)
      const folder = resolve(out)
      const commands = await writeFolder(readServerOptions({ data }), { folder, port, authorities })
      if (json === true) printJson({ folder, port, commands })
      else explain(folder, port, commands)
    })
  withServerOptions(
    gateway
      .command('helper', { hidden: true })
      .description('answer the questions of a Squid; Squid starts this itself'),
  ).action(async (raw: unknown) => {
    const { data } = helperSchema.parse(raw)
    await help(readServerOptions({ data }))
  })
}

interface SquidWish {
  readonly folder: string
  readonly port: number
  readonly authorities: string | undefined
}

async function writeFolder(options: ServerOptions, { folder, port, authorities }: SquidWish): Promise<SquidCommands> {
  const { webAuthority } = await loadServerKeys(options.dataFolder, 'localhost')
  const inForce = await withDatabase(options, database => createPolicySource(database, () => new Date()).current())
  return writeSquidFolder(
    {
      folder,
      port,
      helper: [process.execPath, programFile(), 'gateway', 'helper', '--data', options.dataFolder],
      listedAddresses: inForce === undefined ? [] : listedAddresses(inForce.policy),
      ...(authorities !== undefined && { authoritiesFile: resolve(authorities) }),
    },
    webAuthority,
    writeFileDurably,
  )
}

/** The program this process runs, as somebody else has to call it. */
function programFile(): string {
  return resolve(process.argv[1] ?? '')
}

/** Only ever beside a running server or an existing database: it must not be what holds the data folder. */
async function connectBeside({ dataFolder, databaseUrl }: ServerOptions): Promise<DatabaseConnection> {
  return databaseUrl === undefined ? embeddedConnection(await realpath(dataFolder)) : { connectionString: databaseUrl }
}

async function help(options: ServerOptions): Promise<void> {
  // Standard output is the answer's; what goes to standard error is in Squid's cache.log.
  const log = createLogger({ level: 'info', destination: stderr })
  const connection = await connectBeside(options)
  const database = openDatabase(connection, { max: HELPER_CONNECTIONS })
  // Looked at anew for each request: when the server sees a change and ends tunnels, what comes next is judged by it.
  const clock = () => new Date()
  const reportBug = (error: unknown) => {
    log.error({ error }, 'control failed')
  }
  const { stateKeys: keys } = await loadServerKeys(options.dataFolder, 'localhost')
  const source = createStateSource({ database, connection, keys, clock, reportBug })
  const sites = sitesOf(createPolicySource(database, clock))
  const closings = createClosings({ database, clock, source, sites })
  const judging = createJudging({ database, clock, log, policyCheckMs: 0, closings })
  try {
    await runHelper({ input: stdin, output: stdout, ...judging })
  } finally {
    await judging.close()
    await source.close()
    await database.destroy()
  }
}

function explain(folder: string, port: number, { prepare, check, start, stop }: SquidCommands): void {
  print(`Wrote ${join(folder, squidFiles.configuration)}. As this same account:`)
  print(`  once:   ${prepare.join(' ')}`)
  print(`  check:  ${check.join(' ')}`)
  print(`  start:  ${start.join(' ')}`)
  print(`  stop:   ${stop.join(' ')}`)
  print(`Then start the prison server with --gateway squid:127.0.0.1:${port}`)
}
