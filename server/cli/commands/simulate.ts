import type { Command } from 'commander'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { enrolByCodes } from '#simulator/enrol-by-codes.ts'
import { enrolFleet, type FleetTerminal, MOST_TERMINALS, removeFleet } from '#simulator/fleet.ts'
import { assertFilesFor } from '#simulator/open-files.ts'
import { createSealOnce, queueOperations } from '#simulator/queue-operations.ts'
import { readDemand } from '#simulator/read-demand.ts'
import { type Counts, createSimulation, type Simulation } from '#simulator/simulation.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Database } from '../../database/open-database.ts'
import { readPrison } from '../../database/read-prison.ts'
import { authorityFingerprint } from '../../keys/authority-fingerprint.ts'
import { complain, print, printJson } from '../print.ts'
import { loadServerKeys } from '../server-keys.ts'
import { readServerOptions, type ServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

/** How many come in by codes at any moment. */
const AT_ONCE = 50

const optionsSchema = z.strictObject({
  data: z.string(),
  server: z.url({ protocol: /^https$/ }),
  terminals: z.coerce.number().int().min(1).max(MOST_TERMINALS),
  operations: z.coerce.number().int().min(0).max(1000),
  seconds: z.coerce.number().min(1).max(86_400),
  spread: z.coerce.number().min(0).max(3600),
  enrol: z.literal(true).optional(),
  report: z.string().min(1).max(60).optional(),
  json: z.literal(true).optional(),
  clean: z.literal(true).optional(),
})
type Options = z.output<typeof optionsSchema>

/** `guichet simulate`: honest terminals by the thousand, to see what a server carries. */
export function addSimulateCommand(program: Command): void {
  withServerOptions(
    program.command('simulate').description('run honest terminals against a server that holds the invented prison'),
  )
    .option('--terminals <number>', 'how many', '100')
    .option('--operations <number>', 'what each has queued when it comes', '0')
    .option('--seconds <number>', 'how long', '30')
    .option('--spread <seconds>', 'over how long they come', '5')
    .option('--server <url>', 'where they reach the server', 'https://127.0.0.1:7443')
    .option('--enrol', 'let them come in by codes, through the server’s own routes')
    .option('--report <version>', 'let each report that its doctor finds nothing wrong with a program of this version')
    .option('--json', 'for a machine to read: one line a second, and what it came to')
    .option('--clean', 'take simulated terminals out of the database again, and nothing else')
    .action(async (raw: unknown) => {
      const wish = optionsSchema.parse(raw)
      const options = readServerOptions({ data: wish.data })
      await withDatabase(options, database =>
        wish.clean === true ? clean(database, wish) : simulate(database, options, wish),
      )
    })
}

async function clean(database: Database, { json }: Options): Promise<void> {
  const fleet = await removeFleet(database, new Date())
  if (json === true) printJson(fleet)
  else
    print(
      `${fleet.removed} simulated terminals are gone; ${fleet.revoked} that sent something are refused from now on.`,
    )
}

async function simulate(database: Database, options: ServerOptions, wish: Options): Promise<void> {
  assertFilesFor(wish.terminals, wish.operations > 0)
  const simulation = await prepare(database, options, wish)
  try {
    simulation.startChannels(wish.spread * 1000)
    if (wish.report !== undefined) simulation.startReports(wish.report, wish.spread * 1000)
    if (wish.operations > 0) simulation.startQueues(wish.spread * 1000)
    for (let second = 0; second < wish.seconds; second += 1) {
      await setTimeout(1000)
      say(simulation.counts(), wish)
    }
  } finally {
    simulation.stop()
  }
  for (const fault of simulation.tally.faults().slice(0, 3)) print(`went wrong: ${String(fault)}`)
}

async function prepare(
  database: Database,
  { dataFolder }: ServerOptions,
  { server: url, terminals, operations, enrol }: Options,
): Promise<Simulation> {
  const { tls, receiptKey, stateKeys } = await loadServerKeys(dataFolder, new URL(url).hostname)
  const { id: prisonId } = await readPrison(database)
  const fleet =
    enrol === true
      ? await letIn(database, { url, authorityPem: tls.authorityPem }, terminals)
      : await enrolFleet(database, terminals, new Date())
  const queued = new Map<string, readonly Operation[]>()
  if (operations > 0) {
    const demandOf = await readDemand(database)
    const sealOnce = createSealOnce()
    for (const terminal of fleet) {
      const demand = demandOf(terminal)
      if (demand !== undefined) queued.set(terminal.id, await queueOperations(operations, demand, sealOnce))
    }
  }
  const { keyId, publicKey } = stateKeys.first
  return createSimulation({
    prison: {
      prisonId,
      url,
      authorityPem: tls.authorityPem,
      receiptKeys: [{ keyId: receiptKey.keyId, publicKey: receiptKey.publicKey }],
      signers: [{ keyId, publicKey }],
    },
    fleet,
    operationsOf: ({ id }) => queued.get(id) ?? [],
  })
}

/** As a block that is being switched on. */
async function letIn(
  database: Database,
  { url, authorityPem }: { readonly url: string; readonly authorityPem: string },
  count: number,
): Promise<readonly FleetTerminal[]> {
  const server = { url: new URL(url), authorityPem, fingerprint: authorityFingerprint(authorityPem) }
  const { fleet, tookMs } = await enrolByCodes(database, { server, count, atOnce: AT_ONCE })
  complain(`${count} terminals came in by their codes in ${(tookMs / 1000).toFixed(1)} s.`)
  return fleet
}

function say(counts: Counts, { json }: Options): void {
  if (json === true) print(JSON.stringify(counts))
  else print(inWords(counts))
}

function inWords({
  terminals,
  connected,
  version,
  holding,
  obeyedMs,
  queued,
  accepted,
  rejected,
  ...rest
}: Counts): string {
  const times =
    obeyedMs === null
      ? ''
      : ` in ${obeyedMs.median.toFixed(0)}/${obeyedMs.p99.toFixed(0)}/${obeyedMs.max.toFixed(0)} ms (median/p99/last)`
  const line = `${connected}/${terminals} connected, ${holding} obey version ${version}${times}`
  const queue =
    queued === 0 ? '' : `; ${accepted + rejected}/${queued} settled, ${rejected} refused, ${rest.pushes} pushes`
  return `${line}${queue}${rest.faults === 0 ? '' : `; ${rest.faults} faults`}`
}
