import type { OrderId } from '#shared/directive/closing.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../../audit/append-audit.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { ControlPorts } from '../control-ports.ts'
import { holdState } from '../state/ensure-state.ts'
import { lockControl, publishState } from '../state/publish-state.ts'
import { applyToCurrent, type IssuedOrder, type Via } from './issue-order.ts'
import { mayBeOnePerson } from './may-be-one-person.ts'
import { assertOnDuty, type Warden } from './warden.ts'

/** Another warden's word on an order that waits for it. */
export interface Decision {
  readonly orderId: OrderId
  readonly by: Warden
  readonly via: Via
}

/**
 * Puts a waiting order in force, as another warden than the one who gave it.
 *
 *  - The same warden is refused, `ORDER_REFUSED`, and so is one who may be the same person; the attempt is recorded.
 *  - An order is decided once: whoever comes second is refused.
 *  - It is judged by what is in force now: an order that has come to make no sense is refused, and goes on waiting.
 */
export async function approveOrder(ports: ControlPorts, decision: Decision): Promise<IssuedOrder> {
  const attempt = await ports.database.transaction().execute(async transaction => {
    const current = await holdState(transaction, ports)
    await assertOnDuty(transaction, decision.by)
    const order = await readWaiting(transaction, decision.orderId)
    const now = ports.clock()
    const refusal = await refusalOf(transaction, [order.ordered_by, decision.by.id], now)
    if (refusal !== undefined) {
      await appendAudit(transaction, { ...recordOf(decision), at: now, action: 'approval-refused' })
      return { refusal }
    }
    const state = applyToCurrent(current, { id: order.id, intent: order.intent }, now)
    const record = recordOf(decision, { intent: order.intent, orderedBy: order.ordered_by })
    const audit = { ...record, action: 'order-approved' }
    const publication = { state, orderId: order.id, audit, now }
    const { version } = (await publishState(transaction, ports.keys, current, publication)).document
    await transaction
      .updateTable('state_orders')
      .set({ status: 'in-force', version, decided_by: decision.by.id, decided_at: now })
      .where('id', '=', order.id)
      .execute()
    return { id: order.id, status: 'in-force' as const, version, expected: order.expected }
  })
  // Thrown only now: the record of the attempt stays.
  if ('refusal' in attempt) throw new GuichetError('ORDER_REFUSED', attempt.refusal)
  return attempt
}

/** Why these two do not count as two wardens, for them to read. */
async function refusalOf(
  transaction: Transaction,
  [orderedBy, approver]: readonly [string, string],
  now: Date,
): Promise<string | undefined> {
  if (orderedBy === approver) return 'Another warden has to approve it: not the one who gave it.'
  if (!(await mayBeOnePerson(transaction, [orderedBy, approver], now))) return undefined
  return 'One of you two was invited by the other, or both by the same warden, less than a day ago: another one must approve it.'
}

/** Puts a waiting order aside: any warden may, also the one who gave it. */
export async function declineOrder(ports: ControlPorts, decision: Decision): Promise<void> {
  await ports.database.transaction().execute(async transaction => {
    await lockControl(transaction)
    await assertOnDuty(transaction, decision.by)
    const order = await readWaiting(transaction, decision.orderId)
    const now = ports.clock()
    await transaction
      .updateTable('state_orders')
      .set({ status: 'declined', decided_by: decision.by.id, decided_at: now })
      .where('id', '=', order.id)
      .execute()
    await appendAudit(transaction, { ...recordOf(decision), at: now, action: 'order-declined' })
  })
}

async function readWaiting(transaction: Transaction, orderId: OrderId) {
  const order = await transaction.selectFrom('state_orders').selectAll().where('id', '=', orderId).executeTakeFirst()
  if (order === undefined) throw new GuichetError('ORDER_UNKNOWN', 'There is no such order.')
  if (order.status !== 'waiting') throw new GuichetError('ORDER_REFUSED', 'That order was decided already.')
  return order
}

function recordOf({ orderId, by, via }: Decision, more: object = {}) {
  return { actor: `staff:${by.id}`, subject: { orderId, name: by.name, via, ...more } }
}
