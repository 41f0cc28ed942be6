import type { ReceivedOperation } from '#renderer/data/rows.ts'
import {
  aReceipt,
  aReminder,
  anAppointment,
  anOrder,
  aPageRequest,
  aWithdrawal,
  coffee,
  inmateId,
  operationId,
} from '#renderer/data/testing/sample-operations.ts'
import { anEntry, aProduct, aRequest, aWindow } from '#renderer/data/testing/sample-rows.ts'
import type { Rejection } from '#shared/contracts/verdict.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeRequests, type RequestFacts } from './merge-requests.ts'

const facts = (changes: Partial<RequestFacts>): RequestFacts => ({
  requests: [],
  entries: [],
  received: [],
  products: [aProduct()],
  windows: [aWindow()],
  ...changes,
})
const merge = (changes: Partial<RequestFacts>) => mergeRequests(inmateId(1), facts(changes))
const received = (operation: ReceivedOperation['operation'], totalCents: number | null = null): ReceivedOperation => ({
  operation,
  receipt: aReceipt(operation, totalCents),
  settledAt: '2026-03-02T10:00:00.000Z',
})
const priceRose: Rejection = {
  code: 'ORDER_PRICE_ROSE',
  totalCents: 350,
  lines: [{ productId: coffee, seenCents: 300, nowCents: 350 }],
}

test.each([
  ['pending', 'recorded'],
  ['sent', 'sent'],
] as const)('an entry that is %s shows as %s, with the prices that were seen', (state, shown) => {
  expect(merge({ entries: [anEntry(1, { state })] })).toMatchObject([
    {
      id: operationId(1),
      kind: 'canteen',
      state: shown,
      receivedAt: null,
      isOnlyHere: true,
      canWithdraw: true,
      canRemind: false,
      order: { deliveryDay: '2026-03-06', totalCents: 300, lines: [{ quantity: 1, unitPriceCents: 300 }] },
    },
  ])
})

test('a page that was asked for shows with its address, wherever it stands', () => {
  const page = { siteId: 'library', address: 'library.example/rules', code: 'W-2-18' }
  const [waiting] = merge({ entries: [anEntry(1, { operation: aPageRequest(1) })] })
  expect(waiting).toMatchObject({ kind: 'web', owner: 'technician', state: 'recorded', page, order: null })
  const [there] = merge({ requests: [aRequest(1, { kind: 'web', owner: 'technician', order: null, page })] })
  expect(there).toMatchObject({ kind: 'web', state: 'received', page })
})

test('a medical appointment shows without content', () => {
  const [view] = merge({ entries: [anEntry(1, { operation: anAppointment(1) })] })
  expect(view).toMatchObject({ kind: 'medical', owner: 'medical', order: null })
})

test('a received order shows its receipt before the mirror has it, at the price that was charged', () => {
  expect(merge({ received: [received(anOrder(1), 280)] })).toMatchObject([
    {
      state: 'received',
      receivedAt: '2026-03-02T10:00:00.000Z',
      dueAt: '2026-03-05T16:00:00.000Z',
      order: { totalCents: 280 },
      isOnlyHere: true,
    },
  ])
})

test('a receipt that cannot be read still says received', () => {
  const row = { ...received(anOrder(1)), receipt: 'not a receipt' }
  expect(merge({ received: [row] })).toMatchObject([{ state: 'received', dueAt: null, receipt: 'not a receipt' }])
})

test('the prison’s word stands over the terminal’s', () => {
  const views = merge({
    requests: [aRequest(1, { state: 'in-hand' })],
    received: [received(anOrder(1))],
    entries: [anEntry(1, { state: 'sent' })],
  })
  expect(views).toMatchObject([{ state: 'in-hand', isOnlyHere: false, canWithdraw: false, canRemind: true }])
})

test('a parked order needs its person, comes first, and says why', () => {
  const views = merge({
    requests: [aRequest(2)],
    entries: [anEntry(1, { state: 'parked', rejection: priceRose })],
  })
  expect(views.map(({ state }) => state)).toEqual(['needs-you', 'received'])
  expect(views[0]).toMatchObject({ needsYou: true, rejection: priceRose, canConfirmAgain: true })
})

test('only a risen price can be confirmed again', () => {
  const [view] = merge({ entries: [anEntry(1, { state: 'parked', rejection: { code: 'ORDER_WINDOW_CLOSED' } })] })
  expect(view).toMatchObject({ canConfirmAgain: false })
})

test('a parked order gives way to its successor, and stays while there is none', () => {
  const parked = anEntry(1, { state: 'parked', rejection: priceRose, replacedBy: operationId(2) })
  expect(merge({ entries: [parked, anEntry(2)] }).map(({ id }) => id)).toEqual([operationId(2)])
  expect(merge({ entries: [parked] }).map(({ id }) => id)).toEqual([operationId(1)])
})

test('a withdrawal under way shows on its request until the prison shows it too', () => {
  const requests = [aRequest(1)]
  const underWay = { isWithdrawPending: true, canWithdraw: false, canRemind: false }
  expect(merge({ requests, entries: [anEntry(2, { operation: aWithdrawal(2, 1) })] })).toMatchObject([underWay])
  expect(merge({ requests, received: [received(aWithdrawal(2, 1))] })).toMatchObject([underWay])
  expect(
    merge({ requests: [aRequest(1, { state: 'withdrawn' })], received: [received(aWithdrawal(2, 1))] }),
  ).toMatchObject([{ state: 'withdrawn', isWithdrawPending: false }])
})

test('a reminder under way shows on its request', () => {
  const views = merge({ requests: [aRequest(1)], entries: [anEntry(2, { operation: aReminder(2, 1) })] })
  expect(views).toMatchObject([{ isRemindPending: true, canRemind: false, canWithdraw: true }])
})

test('a refused withdrawal stands on its request, which keeps its state and needs the person', () => {
  const rejection = { code: 'REQUEST_TOO_LATE' } as const
  const views = merge({
    requests: [aRequest(1, { state: 'in-hand' })],
    entries: [anEntry(2, { operation: aWithdrawal(2, 1), state: 'parked', rejection })],
  })
  expect(views).toMatchObject([
    {
      state: 'in-hand',
      needsYou: true,
      refusedFollowUps: [{ operationId: operationId(2), kind: 'withdraw', rejection }],
    },
  ])
})

test('a refused withdrawal of a request that is gone is still told', () => {
  const rejection = { code: 'REQUEST_UNKNOWN' } as const
  const views = merge({ entries: [anEntry(2, { operation: aWithdrawal(2, 1), state: 'parked', rejection })] })
  expect(views).toMatchObject([{ id: operationId(1), kind: 'unknown', needsYou: true }])
})

const owner = fc.integer({ min: 1, max: 2 }).map(inmateId)
const number = fc.integer({ min: 1, max: 6 })
const anything = fc.record({
  requests: fc.array(
    fc.tuple(number, owner).map(([n, inmate]) => aRequest(n, { inmateId: inmate })),
    { maxLength: 4 },
  ),
  received: fc.array(
    fc.tuple(number, owner).map(([n, inmate]) => received(anOrder(n, inmate))),
    { maxLength: 4 },
  ),
  entries: fc.array(
    fc
      .tuple(number, owner, fc.constantFrom('pending' as const, 'sent' as const, 'parked' as const))
      .map(([n, inmate, state]) => anEntry(n, { operation: anOrder(n, inmate), state })),
    { maxLength: 4 },
  ),
})

test('each of the inmate’s requests appears exactly once, and nobody else’s', () => {
  fc.assert(
    fc.property(anything, ({ requests, received: rows, entries }) => {
      const mine = new Set([
        ...requests.filter(request => request.inmateId === inmateId(1)).map(({ id }) => id),
        ...[...rows, ...entries]
          .filter(({ operation }) => operation.inmateId === inmateId(1))
          .map(({ operation }) => operation.id),
      ])
      const ids = merge({ requests, received: rows, entries }).map(({ id }) => id)
      expect(ids.toSorted()).toEqual([...mine].toSorted())
    }),
  )
})

test('what needs the person always comes first, then the newest', () => {
  fc.assert(
    fc.property(anything, all => {
      const views = merge(all)
      const inOrder = views.toSorted(
        (a, b) => Number(b.needsYou) - Number(a.needsYou) || Date.parse(b.recordedAt) - Date.parse(a.recordedAt),
      )
      expect(views.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id))
    }),
  )
})
