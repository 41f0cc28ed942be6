import { v7 as uuidv7 } from 'uuid'
import { applyOrder, nothingOrdered, orderedPart } from '#shared/directive/apply-order.ts'
import { type OrderId, orderIdSchema } from '#shared/directive/closing.ts'
import { needsSecondWarden } from '#shared/directive/needs-second-warden.ts'
import { type Order, type OrderIntent, orderIntentSchema } from '#shared/directive/order.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../../audit/append-audit.ts'
import type { Concerned } from '../../database/control-tables.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { ControlPorts } from '../control-ports.ts'
import { ensureStateWithin } from '../state/ensure-state.ts'
import { lockControl, publishState, readCurrent } from '../state/publish-state.ts'
import { readState } from '../state/read-state.ts'
import { checkNames } from './check-names.ts'
import { countConcerned, reach } from './describe-effect.ts'
import { refusalWords } from './refusal-words.ts'
import { assertOnDuty, type Warden } from './warden.ts'

/** Where an order was given. */
export type Via = 'console' | 'command line'

export interface OrderWish {
  readonly intent: OrderIntent
  readonly by: Warden
  readonly via: Via
}

/** What became of an order. */
export type IssuedOrder =
  | { readonly id: OrderId; readonly status: 'in-force'; readonly version: number; readonly expected: Concerned }
  /** It takes force when another warden approves it. Nothing has changed. */
  | { readonly id: OrderId; readonly status: 'waiting'; readonly version: null; readonly expected: Concerned }

/**
 * Gives an order. When this answers, the order is on the disk, with its document and its audit record: all of them or none.
 *
 *  - Two orders at once are taken one after the other; the second is judged by what the first left.
 *  - `ORDER_REFUSED` with a sentence for the warden, where it makes no sense now; `ORDER_UNKNOWN`, where it names what there is not.
 *  - `STAFF_REFUSED`: who gives it is not a warden, or not any more.
 */
export async function issueOrder(ports: ControlPorts, wish: OrderWish): Promise<IssuedOrder> {
  const intent = orderIntentSchema.parse(wish.intent)
  return ports.database.transaction().execute(async transaction => {
    await lockControl(transaction)
    await ensureStateWithin(transaction, ports)
    await assertOnDuty(transaction, wish.by)
    await checkNames(transaction, intent)
    const now = ports.clock()
    const order: Order = { id: orderIdSchema.parse(uuidv7({ msecs: now.getTime() })), intent }
    const document = (await readState(transaction))?.document
    const { scope } = reach(document, intent)
    const expected = scope === undefined ? { terminals: 0, people: 0 } : await countConcerned(transaction, scope)
    const given = { order, expected, wish: { ...wish, intent }, now }
    return needsSecondWarden(document ?? nothingOrdered, intent)
      ? keepWaiting(transaction, ports, given)
      : putInForce(transaction, ports, given)
  })
}

interface GivenOrder {
  readonly order: Order
  readonly expected: Concerned
  readonly wish: OrderWish
  readonly now: Date
}

async function keepWaiting(transaction: Transaction, ports: ControlPorts, given: GivenOrder): Promise<IssuedOrder> {
  const { order, expected, now } = given
  // An order that could not take force now is refused now, not when somebody else has been fetched for it.
  await applyToCurrent(transaction, ports, order, now)
  await store(transaction, given, { status: 'waiting', version: null })
  await appendAudit(transaction, { ...recordOf(given), at: now, action: 'order-waiting' })
  return { id: order.id, status: 'waiting', version: null, expected }
}

async function putInForce(transaction: Transaction, ports: ControlPorts, given: GivenOrder): Promise<IssuedOrder> {
  const { order, expected, now } = given
  const state = await applyToCurrent(transaction, ports, order, now)
  // The order first, without its version: the document names it.
  await store(transaction, given, { status: 'waiting', version: null })
  const audit = { ...recordOf(given), action: 'order-in-force' }
  const { version } = await publishState(transaction, ports.keys, { state, orderId: order.id, audit, now })
  await transaction
    .updateTable('state_orders')
    .set({ status: 'in-force', version })
    .where('id', '=', order.id)
    .execute()
  return { id: order.id, status: 'in-force', version, expected }
}

/** What is in force once `order` is. Throws `ORDER_REFUSED`. */
export async function applyToCurrent(
  transaction: Transaction,
  { keys }: Pick<ControlPorts, 'keys'>,
  order: Order,
  now: Date,
): Promise<Extract<ReturnType<typeof applyOrder>, { effect: 'apply' }>['state']> {
  const current = await readCurrent(transaction, keys)
  const decision = applyOrder(orderedPart(current?.document ?? nothingOrdered), order, now.getTime())
  if (decision.effect === 'refuse') throw new GuichetError('ORDER_REFUSED', refusalWords[decision.reason])
  return decision.state
}

async function store(
  transaction: Transaction,
  { order, expected, wish, now }: GivenOrder,
  standing: { readonly status: 'waiting'; readonly version: null },
): Promise<void> {
  await transaction
    .insertInto('state_orders')
    .values({
      id: order.id,
      intent: JSON.stringify(order.intent),
      ordered_by: wish.by.id,
      ordered_at: now,
      via: wish.via,
      expected: JSON.stringify(expected),
      decided_by: null,
      decided_at: null,
      ...standing,
    })
    .execute()
}

function recordOf({ order, expected, wish }: GivenOrder) {
  const { intent, by, via } = wish
  return { actor: `staff:${by.id}`, subject: { orderId: order.id, name: by.name, via, intent, expected } }
}
