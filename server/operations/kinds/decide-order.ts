import { v7 as uuidv7 } from 'uuid'
import { type OrderCircumstances, priceOrder } from '#shared/canteen/price-order.ts'
import type { InmateId } from '#shared/contracts/ids.ts'
import type { CanteenOrderBody } from '#shared/contracts/operation.ts'
import type { PricedLine } from '#shared/contracts/request.ts'
import { must } from '#shared/errors/must.ts'
import { type BatchState, orderedIn } from '../batch-state.ts'
import { type Decide, type Desk, type FreshOperation, reject } from '../decision.ts'
import { openRequest } from './open-request.ts'

/**
 * Decides a canteen order: prices it, and reserves goods and money in the same breath.
 *
 * An order may replace one the prison refused; one that names an accepted order is not a valid operation.
 */
export const decideOrder: Decide<'canteen.order'> = (fresh, desk) => {
  const { body, id, inmateId } = fresh.operation
  if (replacesAccepted(body, id, desk.state)) return reject({ code: 'OPERATION_INVALID' })
  const circumstances = circumstancesOf(fresh, desk)
  const priced = priceOrder(body.lines, circumstances)
  if (priced.effect === 'reject') return priced

  const { lines, totalCents } = priced
  const window = must(circumstances.window, 'the window the order was priced in')
  const dueAt = desk.house.calendar.endOfDay(window.deliveryDay)
  const order = { windowId: window.id, lines, totalCents }
  return {
    effect: 'accept',
    terms: { owner: 'canteen', dueAt, totalCents },
    apply: receipt => {
      openRequest(
        fresh,
        { kind: 'canteen', owner: 'canteen', dueAt, order, receipt, lines, sealed: null, page: null },
        desk,
      )
      takeFromStock(lines, desk)
      countIn(lines, totalCents, orderedIn(desk.state, inmateId, window.id))
      holdMoney(fresh, totalCents, desk)
    },
  }
}

function replacesAccepted({ replaces }: CanteenOrderBody, id: string, { known }: BatchState): boolean {
  if (replaces === null) return false
  const replaced = known.get(replaces)
  return replaces === id || (replaced !== undefined && 'receipt' in replaced.verdict)
}

function circumstancesOf(fresh: FreshOperation<'canteen.order'>, { state }: Desk): OrderCircumstances {
  const { operation, recordedAt, receivedAt } = fresh
  const { windowId } = operation.body
  const sofar = orderedIn(state, operation.inmateId, windowId)
  return {
    window: state.windows.get(windowId),
    products: state.products,
    alreadyOrdered: sofar.quantities,
    alreadySpentCents: sofar.spentCents,
    availableCents: state.purses.get(operation.inmateId)?.availableCents ?? 0,
    confirmedAtMs: recordedAt.getTime(),
    receivedAtMs: receivedAt.getTime(),
  }
}

function takeFromStock(lines: readonly PricedLine[], { state, effects }: Desk): void {
  for (const { productId, quantity } of lines) {
    must(state.products.get(productId), 'the product that was priced').stock -= quantity
    effects.restocked.add(productId)
  }
}

function countIn(lines: readonly PricedLine[], totalCents: number, sofar: ReturnType<typeof orderedIn>): void {
  for (const { productId, quantity } of lines) {
    sofar.quantities.set(productId, (sofar.quantities.get(productId) ?? 0) + quantity)
  }
  sofar.spentCents += totalCents
}

function holdMoney(
  { operation, receivedAt }: FreshOperation<'canteen.order'>,
  totalCents: number,
  { state, effects }: Desk,
): void {
  if (totalCents === 0) return
  const purse = purseOf(operation.inmateId, state)
  purse.availableCents -= totalCents
  effects.movements.push({
    id: uuidv7(),
    at: receivedAt,
    kind: 'order-hold',
    inmateId: operation.inmateId,
    requestId: operation.id,
    fromAccountId: purse.availableId,
    toAccountId: purse.heldId,
    amountCents: totalCents,
  })
}

function purseOf(inmateId: InmateId, { purses }: BatchState) {
  return must(purses.get(inmateId), 'the purse that covers the order')
}
