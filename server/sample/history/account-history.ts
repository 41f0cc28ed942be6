import type { Temporal } from 'temporal-polyfill'
import type { SampleInmate } from '../people/inmates.ts'
import { earliestFirst, instantOf } from '../prison-time.ts'
import { stableId } from '../stable-id.ts'
import { createOrder } from './canteen-order.ts'
import type { Habit } from './habits.ts'
import type { Past } from './past.ts'
import { planMoments } from './planned-moments.ts'
import type { SampleOrder } from './request.ts'
import type { SampleTransaction } from './transaction.ts'

/** Below this nobody bothers to order. */
const SMALLEST_BUDGET_CENTS = 500

export interface AccountHistory {
  readonly transactions: readonly SampleTransaction[]
  readonly orders: readonly SampleOrder[]
}

type Movement = Omit<SampleTransaction, 'id' | 'inmateId'>

interface Life {
  readonly movements: readonly Movement[]
  readonly orders: readonly SampleOrder[]
  /** The balance less what the ordered goods will cost on delivery. */
  readonly availableCents: number
}

function live(inmate: SampleInmate, habit: Habit, past: Past): Life {
  const movements: Movement[] = []
  const orders: SampleOrder[] = []
  let availableCents = 0
  for (const moment of planMoments(inmate, habit, past)) {
    const spendableCents = availableCents - habit.keepsCents
    if (moment.kind !== 'order') {
      if (moment.amountCents + spendableCents < 0) continue
      movements.push({ ...moment, requestId: null })
      availableCents += moment.amountCents
    } else if (spendableCents >= SMALLEST_BUDGET_CENTS) {
      const budgetCents = Math.min(spendableCents, habit.basketCents)
      const order = createOrder(
        { inmate, pastWindow: moment.pastWindow, recordedAt: moment.at, budgetCents },
        past.products,
      )
      if (order === undefined) continue
      orders.push(order)
      availableCents -= order.totalCents
    }
  }
  return { movements, orders, availableCents }
}

/** The goods are paid for at the moment they are handed over. */
function paymentOf({ id, history, totalCents }: SampleOrder): readonly Movement[] {
  return history
    .filter(({ state }) => state === 'delivered')
    .map(({ at }) => ({ at, kind: 'canteen', amountCents: -totalCents, requestId: id }))
}

function lastCalls({ endsWithCents }: Habit, availableCents: number, today: Temporal.PlainDate): readonly Movement[] {
  if (endsWithCents === null || availableCents <= endsWithCents) return []
  const at = instantOf(today.subtract({ days: 1 }), '21:30')
  return [{ at, kind: 'phone', amountCents: endsWithCents - availableCents, requestId: null }]
}

/**
 * The account of `inmate` over the weeks of the past, oldest first, and the orders that explain it.
 *
 *  - The balance is never below zero, since an order sets its money aside when it is recorded.
 *  - Each order is paid for by one `canteen` transaction, and each of those pays for one order.
 *  - Everything has happened before `past.today` begins.
 */
export function createAccountHistory(inmate: SampleInmate, habit: Habit, past: Past): AccountHistory {
  const { movements, orders, availableCents } = live(inmate, habit, past)
  const all = [...movements, ...orders.flatMap(paymentOf), ...lastCalls(habit, availableCents, past.today)]
  return {
    orders,
    transactions: all.toSorted(earliestFirst).map(movement => ({
      id: stableId(`transaction:${inmate.number}:${movement.kind}:${movement.at}`),
      inmateId: inmate.id,
      ...movement,
    })),
  }
}
