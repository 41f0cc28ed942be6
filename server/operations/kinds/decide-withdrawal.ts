import { v7 as uuidv7 } from 'uuid'
import { must } from '#shared/errors/must.ts'
import { type OrderRecord, orderedIn, type RequestRecord } from '../batch-state.ts'
import { type Decide, type Desk, reject } from '../decision.ts'
import { addEvent } from './add-event.ts'
import { ownRequest } from './own-request.ts'

/**
 * Decides whether an inmate takes a request of their own back: an order while nobody has begun on it, a
 * medical one until it is answered. Money held and goods set aside go back.
 */
export const decideWithdrawal: Decide<'request.withdraw'> = ({ operation, receivedAt }, desk) => {
  const record = ownRequest(operation, desk.state)
  if (record === undefined) return reject({ code: 'REQUEST_UNKNOWN' })
  if (!isWithdrawable(record)) return reject({ code: 'REQUEST_TOO_LATE' })
  return {
    effect: 'accept',
    terms: { owner: record.owner, dueAt: record.dueAt, totalCents: null },
    apply: () => {
      record.state = 'withdrawn'
      addEvent(record, 'withdrawn', receivedAt, desk)
      if (record.order !== null) giveBack(record, record.order, receivedAt, desk)
    },
  }
}

function isWithdrawable({ kind, state }: RequestRecord): boolean {
  return state === 'received' || (kind === 'medical' && state === 'in-hand')
}

function giveBack({ id, inmateId }: RequestRecord, order: OrderRecord, at: Date, { state, effects }: Desk): void {
  const sofar = orderedIn(state, inmateId, order.windowId)
  for (const { productId, quantity } of order.lines) {
    sofar.quantities.set(productId, (sofar.quantities.get(productId) ?? 0) - quantity)
    const product = state.products.get(productId)
    // A product that is no longer sold has no shelf to go back to.
    if (product === undefined) continue
    product.stock += quantity
    effects.restocked.add(productId)
  }
  sofar.spentCents -= order.totalCents
  if (order.totalCents === 0) return

  const purse = must(state.purses.get(inmateId), 'the purse that holds the money')
  purse.availableCents += order.totalCents
  effects.movements.push({
    id: uuidv7(),
    at,
    kind: 'order-release',
    inmateId,
    requestId: id,
    fromAccountId: purse.heldId,
    toAccountId: purse.availableId,
    amountCents: order.totalCents,
  })
}
