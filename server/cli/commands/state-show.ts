import type { Command } from 'commander'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { changeKey } from '../../control/orders/change-key.ts'
import { listOrders } from '../../control/orders/list-orders.ts'
import { findWarden } from '../../control/orders/warden.ts'
import { readProgress } from '../../control/progress/read-progress.ts'
import { readState } from '../../control/state/read-state.ts'
import type { Database } from '../../database/open-database.ts'
import { makeStateKey } from '../../keys/state-keys.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withControl } from '../state/give-order.ts'
import {
  closingWords,
  createWords,
  intentWords,
  maintenanceWords,
  progressWords,
  shortId,
  unreachableWords,
} from '../state/state-words.ts'
import { untilToldToStop } from '../until-told-to-stop.ts'
import { withDatabase } from '../with-database.ts'

const listSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })
const rotateSchema = z.strictObject({ data: z.string(), as: z.string(), json: z.literal(true).optional() })

const LOOK_EVERY_MS = 500

/** `guichet state show`: what is closed, what waits, and who obeys. */
export function addShow(state: Command): void {
  withServerOptions(state.command('show').description('what is closed, what waits for a second warden, and who obeys'))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json } = listSchema.parse(raw)
      await withDatabase(readServerOptions({ data }), database => (json === true ? showJson(database) : show(database)))
    })
}

async function showJson(database: Database): Promise<void> {
  const document = (await readState(database))?.document ?? null
  const waiting = await listOrders(database, { status: 'waiting' })
  printJson({ document, waiting, progress: await readProgress(database) })
}

async function show(database: Database): Promise<void> {
  const state = await readState(database)
  if (state === undefined) {
    print('Nothing is said yet. A prison server says it at its first start.')
    return
  }
  const words = await createWords(database)
  const { closings, maintenance } = state.document
  if (closings.length === 0) print('Nothing is closed.')
  for (const closing of closings) print(`${shortId(closing.id)}  ${closingWords(closing, words)}`)
  if (maintenance !== null) print(maintenanceWords(maintenance, words))
  for (const { id, intent, orderedBy } of await listOrders(database, { status: 'waiting' }))
    print(`${shortId(id)}  waits for a second warden: ${intentWords(intent, words)}, ordered by ${orderedBy.name}`)
  const progress = await readProgress(database)
  print(progressWords(progress))
  for (const line of unreachableWords(progress, words)) print(`  ${line}`)
  for (const { name, status, rolledBackAt } of progress.terminals)
    if (rolledBackAt !== null && status === 'obeyed')
      print(`  ${name}  obeys, and was ROLLED BACK before: found at ${words.moment(rolledBackAt)}`)
}

/** `guichet state watch`: a line whenever something moves, until it is stopped. */
export function addWatch(state: Command): void {
  withServerOptions(state.command('watch').description('say who obeys, whenever that changes, until Ctrl-C'))
    .option('--json', 'one JSON object a line')
    .action(async (raw: unknown) => {
      const { data, json } = listSchema.parse(raw)
      await withDatabase(readServerOptions({ data }), database => watch(database, json === true))
    })
}

async function watch(database: Database, json: boolean): Promise<void> {
  const stopping = untilToldToStop().then(() => 'stop' as const)
  let last = ''
  while ((await Promise.race([stopping, setTimeout(LOOK_EVERY_MS, 'look' as const)])) === 'look') {
    const progress = await readProgress(database)
    const { version, counts } = progress
    const line = json ? JSON.stringify({ version, counts }) : progressWords(progress)
    if (line !== last) print(line)
    last = line
  }
}

/** `guichet state rotate-key`: another key signs from now on. */
export function addRotateKey(state: Command): void {
  withServerOptions(
    state.command('rotate-key').description('have another key sign from now on; the old one says so a last time'),
  )
    .requiredOption('--as <name>', 'the warden who gives it: a name of guichet staff list')
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, as, json } = rotateSchema.parse(raw)
      const options = readServerOptions({ data })
      await withControl(options, async ports => {
        const by = await findWarden(ports.database, as)
        const key = await makeStateKey(join(options.dataFolder, 'keys'), ports.clock())
        const version = await changeKey(ports, { key, by, via: 'command line' })
        if (json === true) printJson({ keyId: key.keyId, version })
        else
          print(`Key ${key.keyId} signs from now on. Copy the keys folder to every other server, and to your backup.`)
      })
    })
}
