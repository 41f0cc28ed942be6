import { FakeBridge } from '#renderer/data/testing/fake-bridge.ts'
import { createBrowserStorage } from '#renderer/data/testing/fresh-database.ts'
import { aReceipt, coffee, operationId, windowId } from '#renderer/data/testing/sample-operations.ts'
import { aPerson, aRequest } from '#renderer/data/testing/sample-rows.ts'
import type { Rejection, Verdict } from '#shared/contracts/verdict.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { aPrison, startOn } from './stores/testing/started-kiosk.ts'

function neverEnds(): void {
  // A transaction on a full disk.
}

test('an order confirmed offline is recorded, survives a restart, and reaches the prison once', async () => {
  const { open } = createBrowserStorage()
  const main = aPrison()
  main.line = 'down'
  const first = startOn(main, open())
  await first.signIn()
  first.review()
  expect(await first.kiosk.actions.confirmOrder()).toEqual({ status: 'recorded', operationId: operationId(1) })
  expect(first.requests()).toMatchObject([{ id: operationId(1), state: 'recorded' }])
  expect(first.kiosk.cart.getState().items).toEqual([])
  await first.kiosk.stop()

  main.line = 'up'
  const second = startOn(main, open(), 50)
  await second.signIn()
  await second.tick()
  await expect.poll(() => second.requests()).toMatchObject([{ id: operationId(1), state: 'received' }])
  expect(main.applied).toEqual([operationId(1)])
})

test('with the browser database gone, the journal brings the order back', async () => {
  const main = aPrison()
  main.line = 'down'
  const first = startOn(main, createBrowserStorage().open())
  await first.signIn()
  first.review()
  await first.kiosk.actions.confirmOrder()
  await first.kiosk.stop()

  const second = startOn(main, createBrowserStorage().open())
  await second.signIn()
  expect(second.requests()).toMatchObject([{ id: operationId(1), state: 'recorded' }])
})

test('a double press makes one order', async () => {
  const main = aPrison()
  const { kiosk, signIn, review } = startOn(main, createBrowserStorage().open())
  await signIn()
  review()
  await Promise.all([kiosk.actions.confirmOrder(), kiosk.actions.confirmOrder()])
  expect([...main.journal.keys()]).toEqual([operationId(1)])
  expect(main.count('operation:confirm')).toBe(1)
})

test('an answer that went astray after the journal wrote still counts as recorded', async () => {
  const main = aPrison()
  main.line = 'down'
  const { kiosk, signIn, review } = startOn(main, createBrowserStorage().open())
  await signIn()
  review()
  const answers = new FakeBridge()
  answers.person = aPerson(1)
  main.overrides = {
    'operation:confirm': async input => {
      const { operation } = await answers.call('operation:confirm', input)
      main.journal.set(operation.id, { operation, verdict: null })
      throw new GuichetError('INTERNAL', 'the answer was lost')
    },
  }
  expect(await kiosk.actions.confirmOrder()).toMatchObject({ status: 'recorded' })
})

test('on a full disk, where the browser database hangs, the journal is enough to call it recorded', async () => {
  const main = aPrison()
  const db = createBrowserStorage().open()
  const { kiosk, signIn, review, requests } = startOn(main, db)
  await signIn()
  review()
  vi.spyOn(db, 'transaction').mockImplementation(() => new Dexie.Promise(neverEnds))
  expect(await kiosk.actions.confirmOrder()).toMatchObject({ status: 'recorded' })
  expect(kiosk.line.getState().isDegraded).toBe(true)
  expect(requests()).toMatchObject([{ id: operationId(1) }])
  expect(main.journal.has(operationId(1))).toBe(true)
})

test('a full journal says that nothing was recorded, and the cart stays', async () => {
  const main = aPrison()
  const { kiosk, signIn, review, requests } = startOn(main, createBrowserStorage().open())
  await signIn()
  review()
  main.overrides = {
    'operation:confirm': () => {
      throw new GuichetError('JOURNAL_FULL', 'no room')
    },
  }
  expect(await kiosk.actions.confirmOrder()).toEqual({ status: 'not-recorded', code: 'JOURNAL_FULL' })
  expect(requests()).toEqual([])
  expect(kiosk.cart.getState()).toMatchObject({ items: [{ productId: coffee }], review: { windowId } })
})

test('a cart confirmed just before a crash is empty after it', async () => {
  const { open } = createBrowserStorage()
  const main = aPrison()
  main.line = 'down'
  const first = startOn(main, open())
  await first.signIn()
  first.review()
  const { review } = first.kiosk.cart.getState()
  // The journal wrote, and the page was gone before it heard.
  const lines = [{ productId: coffee, quantity: 1, seenUnitPriceCents: 300 }]
  const intent = { kind: 'canteen.order', body: { windowId, lines, replaces: null } } as const
  await main.call('operation:confirm', { id: review?.operationId ?? '', intent })
  await first.kiosk.stop()

  const second = startOn(main, open(), 50)
  await second.signIn()
  expect(second.kiosk.cart.getState()).toMatchObject({ items: [], review: null })
  expect(second.requests()).toHaveLength(1)
})

test('an unconfirmed cart waits for its owner, and for nobody else', async () => {
  const { kiosk, signIn } = startOn(aPrison(), createBrowserStorage().open())
  await signIn(1)
  kiosk.cart.getState().quantityChanged(coffee, 2)
  await kiosk.session.getState().signOut()
  await signIn(2)
  expect(kiosk.cart.getState().items).toEqual([])
  await kiosk.session.getState().signOut()
  await signIn(1)
  expect(kiosk.cart.getState().items).toEqual([{ productId: coffee, quantity: 2 }])
})

test('nothing personal is left on the page after sign-out', async () => {
  const { kiosk, signIn, tick } = startOn(aPrison(), createBrowserStorage().open())
  await signIn(2)
  await tick()
  const views = kiosk.personal.getState()
  await expect.poll(() => views?.account.getSnapshot()).toMatchObject({ availableCents: 100 })
  await kiosk.session.getState().signOut()
  expect(kiosk.personal.getState()).toBeNull()
  expect([views?.requests.getSnapshot(), views?.account.getSnapshot()]).toEqual([undefined, undefined])
})

test('shows one inmate nothing of the other', async () => {
  const { kiosk, signIn, tick, requests } = startOn(aPrison(), createBrowserStorage().open())
  await signIn(1)
  await tick()
  await expect.poll(() => kiosk.line.getState().hasCopy).toBe(true)
  await expect.poll(() => kiosk.personal.getState()?.account.getSnapshot()).toMatchObject({ availableCents: 2000 })
  expect(requests()).toEqual([])
})

const priceRose: Rejection = {
  code: 'ORDER_PRICE_ROSE',
  totalCents: 350,
  lines: [{ productId: coffee, seenCents: 300, nowCents: 350 }],
}

test('an order whose price rose is confirmed again at the new price, once, and the old one goes', async () => {
  const main = aPrison()
  main.judge = (operation): Verdict => {
    const isOld = operation.kind === 'canteen.order' && operation.body.replaces === null
    if (isOld) return { status: 'rejected', operationId: operation.id, rejection: priceRose }
    return { status: 'applied', operationId: operation.id, receipt: aReceipt(operation, 350) }
  }
  const { kiosk, signIn, review, requests, tick } = startOn(main, createBrowserStorage().open())
  await signIn()
  review()
  await kiosk.actions.confirmOrder()
  await tick()
  await expect.poll(requests).toMatchObject([{ state: 'needs-you', canConfirmAgain: true }])

  const again = await Promise.all([1, 2].map(async () => kiosk.actions.confirmAgain(operationId(1))))
  expect(again).toEqual([1, 2].map(() => ({ status: 'recorded', operationId: operationId(2) })))
  await expect.poll(requests).toMatchObject([{ id: operationId(2), state: 'received', order: { totalCents: 350 } }])
  expect(main.journal.size).toBe(0)
})

test('a parked order is put away by its person, in the journal too', async () => {
  const main = aPrison()
  main.judge = ({ id }) => ({ status: 'rejected', operationId: id, rejection: { code: 'ORDER_WINDOW_CLOSED' } })
  const { kiosk, signIn, review, requests, tick } = startOn(main, createBrowserStorage().open())
  await signIn()
  review()
  await kiosk.actions.confirmOrder()
  await tick()
  await expect.poll(requests).toMatchObject([{ state: 'needs-you' }])
  expect(await kiosk.actions.discardParked(operationId(1))).toBe(true)
  expect(requests()).toEqual([])
  expect(main.journal.size).toBe(0)
})

test('a withdrawal pressed twice is one operation', async () => {
  const main = aPrison()
  main.feed.push({ entity: 'request', key: operationId(80), value: aRequest(80) })
  const { kiosk, signIn, requests, tick } = startOn(main, createBrowserStorage().open())
  await signIn()
  await tick()
  await expect.poll(requests).toMatchObject([{ canWithdraw: true }])
  main.line = 'down'
  await kiosk.actions.withdraw(operationId(80))
  await kiosk.actions.withdraw(operationId(80))
  expect(requests()).toMatchObject([{ isWithdrawPending: true, canWithdraw: false }])
  expect(main.count('operation:confirm')).toBe(1)
})
