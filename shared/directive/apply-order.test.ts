import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../errors/must.ts'
import { applyOrder, nothingOrdered, type OrderedState } from './apply-order.ts'
import { orderIdSchema } from './closing.ts'
import { needsSecondWarden } from './needs-second-warden.ts'
import { type OrderIntent, orderIntentSchema } from './order.ts'
import { MAX_CLOSINGS } from './state-document.ts'
import { atMinute, closing, closings, minute, orderId, scope, target } from './testing/arbitraries.ts'

const id = (n: number) => orderIdSchema.parse(`0199c2a0-0000-7000-8000-${String(n).padStart(12, '0')}`)
const close = (changes: Partial<Extract<OrderIntent, { kind: 'close' }>> = {}): OrderIntent => ({
  kind: 'close',
  target: { kind: 'service', service: 'web' },
  scope: { kind: 'everyone' },
  reason: 'safety',
  line: null,
  from: null,
  until: null,
  ...changes,
})
const minutes = (n: number) => n * 60_000

function after(state: OrderedState, intents: readonly OrderIntent[], nowMs = 0): OrderedState {
  return intents.reduce((current, intent, index) => {
    const decision = applyOrder(current, { id: id(index + 1), intent }, nowMs)
    if (decision.effect === 'refuse') throw new Error(decision.reason)
    return decision.state
  }, state)
}

test('a closing bears the id of its order, and is taken back by it', () => {
  const closed = after(nothingOrdered, [close()])
  expect(closed.closings).toMatchObject([{ id: id(1), reason: 'safety' }])
  expect(after(closed, [{ kind: 'reopen', closingId: id(1) }])).toEqual(nothingOrdered)
})

test('of two wardens who close the same, one reopening leaves the other’s closing in force', () => {
  const twice = after(nothingOrdered, [close(), close()])
  expect(after(twice, [{ kind: 'reopen', closingId: id(1) }]).closings.map(one => one.id)).toEqual([id(2)])
})

test.each<[string, OrderIntent, string]>([
  ['reopening what is not closed', { kind: 'reopen', closingId: id(9) }, 'closing-unknown'],
  ['closing until a time that has passed', close({ until: atMinute(29) }), 'already-over'],
  ['closing that ends before it begins', close({ from: atMinute(50), until: atMinute(40) }), 'ends-before-it-begins'],
  ['aborting what was not begun', { kind: 'maintenance-abort' }, 'no-maintenance'],
  ['ending what was not begun', { kind: 'maintenance-end' }, 'no-maintenance'],
])('refuses %s', (_name, intent, reason) => {
  expect(applyOrder(nothingOrdered, { id: id(1), intent }, minutes(30))).toEqual({ effect: 'refuse', reason })
})

test('takes no closing beyond what a document holds', () => {
  const [one] = after(nothingOrdered, [close()]).closings
  const full = { ...nothingOrdered, closings: Array.from({ length: MAX_CLOSINGS }, () => must(one, 'a closing')) }
  expect(applyOrder(full, { id: id(2), intent: close() }, 0)).toEqual({ effect: 'refuse', reason: 'too-many-closings' })
})

test('maintenance is planned, begun with what was said of it, and ended', () => {
  const planned = after(nothingOrdered, [
    { kind: 'maintenance-plan', from: atMinute(40), until: null, line: 'new disk' },
  ])
  expect(planned.maintenance).toMatchObject({ phase: 'planned', line: 'new disk' })
  const begun = after(planned, [{ kind: 'maintenance-begin', until: null, line: null }], minutes(40))
  expect(begun.maintenance).toMatchObject({ phase: 'begun', from: atMinute(40), line: 'new disk' })
  expect(after(begun, [{ kind: 'maintenance-abort' }])).toEqual(nothingOrdered)
})

test('maintenance that is under way is not planned anew', () => {
  const begun = after(nothingOrdered, [{ kind: 'maintenance-begin', until: null, line: null }])
  const plan: OrderIntent = { kind: 'maintenance-plan', from: atMinute(50), until: null, line: null }
  expect(applyOrder(begun, { id: id(2), intent: plan }, 0)).toEqual({
    effect: 'refuse',
    reason: 'maintenance-under-way',
  })
})

const intent: fc.Arbitrary<OrderIntent> = fc.oneof(
  fc
    .tuple(target, scope, fc.option(minute))
    .map(([aimed, whom, until]) =>
      close({ target: aimed, scope: whom, until: until === null ? null : atMinute(until) }),
    ),
  orderId.map(closingId => ({ kind: 'reopen' as const, closingId })),
  fc.constant({ kind: 'maintenance-begin' as const, until: null, line: null }),
  fc.constantFrom({ kind: 'maintenance-abort' as const }, { kind: 'maintenance-end' as const }),
)

test('no order but a reopening takes anything back that is not over, and none takes back more than one', () => {
  fc.assert(
    fc.property(closings, intent, orderId, minute, (list, wanted, wantedId, at) => {
      const decision = applyOrder({ ...nothingOrdered, closings: list }, { id: wantedId, intent: wanted }, minutes(at))
      if (decision.effect === 'refuse') return
      const before = list.filter(({ until }) => until === null || Date.parse(until) > minutes(at))
      const gone = before.filter(one => !decision.state.closings.includes(one))
      expect(gone.length).toBeLessThanOrEqual(wanted.kind === 'reopen' ? 1 : 0)
    }),
  )
})

test('an order that is parsed applies to what it makes of itself', () => {
  fc.assert(
    fc.property(intent, wanted => {
      expect(orderIntentSchema.parse(wanted)).toEqual(wanted)
    }),
  )
})

test('two wardens are needed to close medical requests for anyone, and to reopen the platform for everyone', () => {
  fc.assert(
    fc.property(closing, one => {
      const { id: closingId, ...rest } = one
      const isService = one.target.kind === 'service' ? one.target.service : undefined
      expect(needsSecondWarden(nothingOrdered, { kind: 'close', ...rest })).toBe(isService === 'medical')
      expect(needsSecondWarden({ ...nothingOrdered, closings: [one] }, { kind: 'reopen', closingId })).toBe(
        isService === 'platform' && one.scope.kind === 'everyone',
      )
    }),
  )
  expect(needsSecondWarden(nothingOrdered, { kind: 'maintenance-abort' })).toBe(false)
})

test.each([
  ['shorter ones', { web: 60, local: 3600 }, false],
  ['a longer one for the web', { web: 901, local: 259_200 }, true],
  ['a longer one for what lies here', { web: 60, local: 259_201 }, true],
])('leases: %s take force, by two wardens where a closing is obeyed later', (_name, leases, isForTwo) => {
  const wanted: OrderIntent = { kind: 'leases', leases }
  expect(needsSecondWarden(nothingOrdered, wanted)).toBe(isForTwo)
  expect(after(nothingOrdered, [wanted])).toEqual({ ...nothingOrdered, leases })
})
