import type { Command } from 'commander'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { freeLineSchema } from '#shared/directive/closing.ts'
import { must } from '#shared/errors/must.ts'
import { readProgress } from '../../control/progress/read-progress.ts'
import { complain, print } from '../print.ts'
import { readServerOptions, type ServerOptions } from '../server-options.ts'
import { giveOrder } from '../state/give-order.ts'
import { withDatabase } from '../with-database.ts'
import { asOrder, moment } from '../state/order-options.ts'

const given = { data: z.string(), as: z.string(), json: z.literal(true).optional() }
const givenSchema = z.strictObject(given)
const span = { until: z.string().optional(), line: freeLineSchema.optional() }
const planSchema = z.strictObject({ ...given, ...span, from: z.string() })
const beginSchema = z.strictObject({ ...given, ...span })

/** `guichet state maintenance`: planned, begun, aborted, ended. */
export function addMaintenance(state: Command): void {
  const maintenance = state.command('maintenance').description('announce a maintenance, begin, abort and end it')
  spanned(asOrder(maintenance.command('plan').description('announce it on the terminals')))
    .requiredOption('--from <time>', 'when it is to begin: 18:00, or 2026-12-24 18:00')
    .action(async (raw: unknown) => {
      const { data, from, until, line, ...by } = planSchema.parse(raw)
      await giveOrder(readServerOptions({ data }), by, async database => ({
        kind: 'maintenance-plan',
        from: must(await moment(database, from), 'a beginning'),
        until: await moment(database, until),
        line: line ?? null,
      }))
    })
  spanned(
    asOrder(maintenance.command('begin').description('take no more from terminals; they keep what is recorded')),
  ).action(async (raw: unknown) => {
    const { data, until, line, ...by } = beginSchema.parse(raw)
    const options = readServerOptions({ data })
    await giveOrder(options, by, async database => ({
      kind: 'maintenance-begin',
      until: await moment(database, until),
      line: line ?? null,
    }))
    if (by.json !== true) await untilDrained(options)
  })
  for (const end of ['abort', 'end'] as const) {
    const description = end === 'abort' ? 'call it off: everything is back within seconds' : 'it is done'
    asOrder(maintenance.command(end).description(description)).action(async (raw: unknown) => {
      const { data, ...by } = givenSchema.parse(raw)
      await giveOrder(readServerOptions({ data }), by, () => Promise.resolve({ kind: `maintenance-${end}` }))
    })
  }
}

function spanned(command: Command): Command {
  return command
    .option('--until <time>', 'when it is to be over')
    .option('--line <words>', 'what inmates read, as written, at most 140 characters')
}

const LOOK_EVERY_MS = 250
const LOOKS = 120

/** Waits until every server holds pushes back and has settled those it had. */
async function untilDrained(options: ServerOptions): Promise<void> {
  await withDatabase(options, async database => {
    for (let look = 0; look < LOOKS; look += 1) {
      const { version, servers } = await readProgress(database, { limit: 1 })
      if (servers.every(server => server.version >= version && server.inFlight === 0)) {
        print('Nothing is being settled any more.')
        return
      }
      await setTimeout(LOOK_EVERY_MS)
    }
    complain('Something is still being settled. Look again with: guichet state show')
  })
}
