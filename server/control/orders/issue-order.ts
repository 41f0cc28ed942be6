import { v7 as uuidv7 } from 'uuid'
import { applyOrder, type OrderedState, orderedPart } from '#shared/directive/apply-order.ts'
import { type OrderId, orderIdSchema } from '#shared/directive/closing.ts'
import { needsSecondWarden } from '#shared/directive/needs-second-warden.ts'
import { type Order, type OrderIntent, orderIntentSchema } from '#shared/directive/order.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../../audit/append-audit.ts'
import type { Concerned } from '../../database/control-tables.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { ControlPorts } from '../control-ports.ts'
import type { StateKeys } from '../../keys/state-keys.ts'
import { holdState } from '../state/ensure-state.ts'
import type { OpenedState } from '../state/open-state.ts'
import { nextVersion, publishState } from '../state/publish-state.ts'
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
    const current = await holdState(transaction, ports)
    await assertOnDuty(transaction, wish.by)
    await checkNames(transaction, intent)
    const now = ports.clock()
    const order: Order = { id: orderIdSchema.parse(uuidv7({ msecs: now.getTime() })), intent }
    // An order that could not take force now is refused now, not when somebody else has been fetched for it.
    const state = applyToCurrent(current, order, now)
    const { scope } = reach(current.document, intent)
    const expected = scope === undefined ? { terminals: 0, people: 0 } : await countConcerned(transaction, scope)
    const given = { order, expected, wish: { ...wish, intent }, now }
    return needsSecondWarden(current.document, intent)
      ? keepWaiting(transaction, given)
      : putInForce(transaction, ports.keys, given, { current, state })
  })
}

interface GivenOrder {
  readonly order: Order
  readonly expected: Concerned
  readonly wish: OrderWish
  readonly now: Date
}

async function keepWaiting(transaction: Transaction, given: GivenOrder): Promise<IssuedOrder> {
  const { order, expected, now } = given
  await store(transaction, given, { status: 'waiting', version: null })
  await appendAudit(transaction, { ...recordOf(given), at: now, action: 'order-waiting' })
  return { id: order.id, status: 'waiting', version: null, expected }
}

async function putInForce(
  transaction: Transaction,
  keys: StateKeys,
  given: GivenOrder,
  { current, state }: { readonly current: OpenedState; readonly state: OrderedState },
): Promise<IssuedOrder> {
  const { order, expected, now } = given
  const version = nextVersion(current)
  // The order first: the document names it.
  await store(transaction, given, { status: 'in-force', version })
  const audit = { ...recordOf(given), action: 'order-in-force' }
  await publishState(transaction, keys, current, { state, orderId: order.id, audit, now })
  return { id: order.id, status: 'in-force', version, expected }
}

/** What is in force once `order` is. Throws `ORDER_REFUSED`. */
export function applyToCurrent({ document }: OpenedState, order: Order, now: Date): OrderedState {
  const decision = applyOrder(orderedPart(document), order, now.getTime())
  if (decision.effect === 'refuse') throw new GuichetError('ORDER_REFUSED', refusalWords[decision.reason])
  return decision.state
}

async function store(
  transaction: Transaction,
  { order, expected, wish, now }: GivenOrder,
  standing: Pick<IssuedOrder, 'status' | 'version'>,
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
