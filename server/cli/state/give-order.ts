import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { OrderId } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { ControlPorts } from '../../control/control-ports.ts'
import { approveOrder } from '../../control/orders/decide-order.ts'
import { type IssuedOrder, issueOrder } from '../../control/orders/issue-order.ts'
import { findWarden } from '../../control/orders/warden.ts'
import { type Progress, readProgress } from '../../control/progress/read-progress.ts'
import type { Database } from '../../database/open-database.ts'
import { loadStateKeys } from '../../keys/state-keys.ts'
import { complain, print, printJson } from '../print.ts'
import type { ServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'
import { createWords, progressWords, shortId, unreachableWords } from './state-words.ts'

const via = 'command line' as const
/** How long a command waits for terminals to obey before it says who has not. */
const WAIT_MS = 3000
const LOOK_EVERY_MS = 100

/** Works on what is open and closed, with the keys that sign it. */
export function withControl<Value>(
  options: ServerOptions,
  work: (ports: ControlPorts) => Promise<Value>,
): Promise<Value> {
  return withDatabase(options, async database =>
    work({ database, keys: await loadStateKeys(join(options.dataFolder, 'keys')), clock: () => new Date() }),
  )
}

export interface GivenBy {
  readonly as: string
  readonly json?: true | undefined
}

/** Gives the order that `read` makes, and says what became of it. */
export async function giveOrder(
  options: ServerOptions,
  { as, json }: GivenBy,
  read: (database: Database) => Promise<OrderIntent>,
): Promise<void> {
  await withControl(options, async ports => {
    const by = await findWarden(ports.database, as)
    const order = await issueOrder(ports, { intent: await read(ports.database), by, via })
    await tellOutcome(ports.database, order, json)
  })
}

/** Approves a waiting order, and says what became of it. */
export async function approve(options: ServerOptions, { as, json }: GivenBy, id: string): Promise<void> {
  await withControl(options, async ports => {
    const by = await findWarden(ports.database, as)
    const order = await approveOrder(ports, { orderId: await findOrder(ports.database, id), by, via })
    await tellOutcome(ports.database, order, json)
  })
}

/** The waiting order whose id ends like that. Throws `ORDER_UNKNOWN`. */
export async function findOrder(database: Database, end: string): Promise<OrderId> {
  const rows = await database.selectFrom('state_orders').select('id').where('status', '=', 'waiting').execute()
  return findByEnd(rows, end, 'No order that waits')
}

/** The one whose id ends like that. */
export function findByEnd(rows: readonly { readonly id: OrderId }[], end: string, what: string): OrderId {
  const [first, second] = rows.filter(({ id }) => id.endsWith(end.toLowerCase()))
  if (first === undefined) throw new GuichetError('ORDER_UNKNOWN', `${what} has an id that ends in ${end}.`)
  if (second !== undefined) throw new GuichetError('ORDER_UNKNOWN', `Several ids end in ${end}. Say more of it.`)
  return first.id
}

async function tellOutcome(database: Database, order: IssuedOrder, json: true | undefined): Promise<void> {
  const { terminals, people } = order.expected
  const short = shortId(order.id)
  if (order.status === 'waiting') {
    if (json === true) printJson(order)
    else {
      print(
        `Order ${short} waits for another warden. Nothing has changed yet. It concerns ${people} people at ${terminals} terminals.`,
      )
      print(`They approve it with: guichet state approve ${short} --as NAME`)
    }
    return
  }
  const progress = await untilObeyed(database, order.version)
  if (json === true) {
    printJson({ ...order, progress: progress.counts })
    return
  }
  print(`Order ${short} is in force. It concerns ${people} people at ${terminals} terminals.`)
  print(progressWords(progress))
  for (const line of unreachableWords(progress, await createWords(database))) print(`  ${line}`)
  if (progress.servers.length === 0) complain('No prison server runs. Terminals are told when one does.')
}

/** Looks until everybody who is on the line obeys, for a few seconds at most. */
async function untilObeyed(database: Database, version: number): Promise<Progress> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const progress = await readProgress(database, { version })
    if (progress.counts.sent + progress.counts.issued === 0 || waitedMs >= WAIT_MS) return progress
    await setTimeout(LOOK_EVERY_MS)
  }
}
