import type { Command } from 'commander'
import { z } from 'zod'
import { freeLineSchema, reasons, reasonSchema } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { declineOrder } from '../../control/orders/decide-order.ts'
import { listOrders } from '../../control/orders/list-orders.ts'
import { findWarden } from '../../control/orders/warden.ts'
import { readState } from '../../control/state/read-state.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { findScope, parseTarget } from '../state/find-place.ts'
import { approve, findByEnd, findOrder, giveOrder, withControl } from '../state/give-order.ts'
import { asOrder, moment } from '../state/order-options.ts'
import { createWords, intentWords, shortId } from '../state/state-words.ts'
import { withDatabase } from '../with-database.ts'
import { addLeases } from './state-leases.ts'
import { addMaintenance } from './state-maintenance.ts'
import { addRotateKey, addShow, addWatch } from './state-show.ts'

const given = { data: z.string(), as: z.string(), json: z.literal(true).optional() }
const givenSchema = z.strictObject(given)
const closeSchema = z.strictObject({
  ...given,
  wing: z.string().optional(),
  terminal: z.string().optional(),
  inmate: z.string().optional(),
  reason: reasonSchema,
  line: freeLineSchema.optional(),
  from: z.string().optional(),
  until: z.string().optional(),
})
const listSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })

/** `guichet state`: what is open and closed for whom, and the orders that change it. */
export function addStateCommand(program: Command): void {
  const state = program.command('state').description('see what is open and closed, close it and open it')
  addShow(state)
  addClose(state)
  addOpen(state)
  addDecisions(state)
  addMaintenance(state)
  addLeases(state)
  addWatch(state)
  addOrders(state)
  addRotateKey(state)
}

function addClose(state: Command): void {
  const close = state.command('close').description('close something, at once or from a time on')
  asOrder(close)
    .argument('<what>', 'web, canteen, medical, requests, complaints, notices, platform, site:ID or rule:SITE/RULE')
    .option('--wing <name>', 'for this wing alone: A')
    .option('--terminal <name>', 'for this terminal alone: A-07')
    .option('--inmate <number>', 'for this inmate alone, wherever they sign in')
    .requiredOption('--reason <reason>', reasons.join(', '))
    .option('--line <words>', 'what inmates read beside it, as written, at most 140 characters')
    .option('--from <time>', 'closed from then on: 18:00, or 2026-12-24 18:00; left out, at once')
    .option('--until <time>', 'open again by itself then; left out, when somebody reopens it')
    .action(async (what: string, raw: unknown) => {
      const { data, as, json, reason, line, from, until, ...place } = closeSchema.parse(raw)
      const target = parseTarget(what)
      await giveOrder(readServerOptions({ data }), { as, json }, async database => ({
        kind: 'close',
        target,
        scope: await findScope(database, place),
        reason,
        line: line ?? null,
        from: await moment(database, from),
        until: await moment(database, until),
      }))
    })
}

function addOpen(state: Command): void {
  asOrder(state.command('open').description('take a closing back'))
    .argument('<closing>', 'the end of its id, as guichet state show says it')
    .action(async (end: string, raw: unknown) => {
      const { data, ...by } = givenSchema.parse(raw)
      await giveOrder(readServerOptions({ data }), by, async (database): Promise<OrderIntent> => {
        const closings = (await readState(database))?.document.closings ?? []
        return { kind: 'reopen', closingId: findByEnd(closings, end, 'No closing in force') }
      })
    })
}

function addDecisions(state: Command): void {
  asOrder(state.command('approve').description('put a waiting order in force, as another warden than who gave it'))
    .argument('<order>', 'the end of its id')
    .action(async (end: string, raw: unknown) => {
      const { data, ...by } = givenSchema.parse(raw)
      await approve(readServerOptions({ data }), by, end)
    })
  asOrder(state.command('decline').description('put a waiting order aside'))
    .argument('<order>', 'the end of its id')
    .action(async (end: string, raw: unknown) => {
      const { data, as, json } = givenSchema.parse(raw)
      await withControl(readServerOptions({ data }), async ports => {
        const by = await findWarden(ports.database, as)
        const orderId = await findOrder(ports.database, end)
        await declineOrder(ports, { orderId, by, via: 'command line' })
        if (json === true) printJson({ id: orderId, status: 'declined' })
        else print(`Order ${shortId(orderId)} is declined. Nothing has changed.`)
      })
    })
}

function addOrders(state: Command): void {
  withServerOptions(state.command('orders').description('orders and what became of them, the latest first'))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json } = listSchema.parse(raw)
      await withDatabase(readServerOptions({ data }), async database => {
        const orders = await listOrders(database)
        if (json === true) {
          printJson(orders)
          return
        }
        const words = await createWords(database)
        for (const { id, intent, orderedBy, orderedAt, status, decidedBy } of orders) {
          const second =
            decidedBy === null ? '' : `, ${status === 'declined' ? 'declined' : 'approved'} by ${decidedBy.name}`
          print(
            `${shortId(id)}  ${words.moment(orderedAt)}  ${status.padEnd(8)}  ${orderedBy.name}${second}: ${intentWords(intent, words)}`,
          )
        }
      })
    })
}
