import { createBrowserStorage } from '#renderer/data/testing/fresh-database.ts'
import { coffee, operationId, windowId } from '#renderer/data/testing/sample-operations.ts'
import { type Closure, everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import { aPrison, startOn } from './stores/testing/started-kiosk.ts'

const closure: Closure = { reason: 'incident', line: 'Ce soir, peut-être.', until: null }
const canteenClosed: OpenState = { ...everythingOpen, canteen: closure }
const cart = { items: [{ productId: coffee, quantity: 1 }], review: { windowId } }

function start(main = aPrison()) {
  const started = startOn(main, createBrowserStorage().open())
  return { main, ...started, known: () => started.kiosk.openState.getState().known }
}

test('knows what is closed to a person before they see their first screen', async () => {
  const { main, kiosk, known } = start()
  await expect.poll(known).toEqual(everythingOpen)
  main.overrides = {
    'terminal:open-state': () => (main.person === null ? everythingOpen : canteenClosed),
  }
  await kiosk.session.getState().signIn({ number: '1001', pin: '1234' })
  expect(known()).toEqual(canteenClosed)
})

test('shows the next person nothing of what was closed to the last', async () => {
  const { main, kiosk, signIn, known } = start()
  main.overrides = {
    'terminal:open-state': () => (main.person === null ? everythingOpen : canteenClosed),
  }
  await signIn()
  expect(known()).toEqual(canteenClosed)
  await kiosk.session.getState().signOut()
  expect(known()).toEqual(everythingOpen)
})

test('an order in the making is there again after a closing, with its review', async () => {
  const { main, kiosk, signIn, review, known } = start()
  await signIn()
  review()
  main.changeOpenState(canteenClosed)
  expect(known()).toEqual(canteenClosed)
  await kiosk.session.getState().signOut()
  await signIn()
  main.changeOpenState(everythingOpen)
  expect(kiosk.cart.getState()).toMatchObject(cart)
  expect(await kiosk.actions.confirmOrder()).toEqual({ status: 'recorded', operationId: operationId(1) })
})

test('a confirmation refused because it is closed records nothing, loses nothing, and the page knows why', async () => {
  const { main, kiosk, signIn, review, requests, known } = start()
  await signIn()
  review()
  // The page was not told yet.
  main.openState = canteenClosed
  main.overrides = {
    'operation:confirm': () => {
      throw new GuichetError('SERVICE_CLOSED', 'closed')
    },
  }
  expect(await kiosk.actions.confirmOrder()).toEqual({ status: 'not-recorded', code: 'SERVICE_CLOSED' })
  expect(known()).toEqual(canteenClosed)
  expect(requests()).toEqual([])
  expect(kiosk.cart.getState()).toMatchObject(cart)
})

test('what a warden closes keeps nobody signed in', async () => {
  const { main, kiosk, signIn, clock } = start()
  await signIn()
  clock.advance(170_000)
  main.changeOpenState(canteenClosed)
  clock.advance(11_000)
  await expect.poll(() => kiosk.session.getState()).toMatchObject({ person: null, lastEnd: 'idle' })
})

test('what waits is sent while everything is closed', async () => {
  const { main, kiosk, signIn, review, tick } = start()
  main.line = 'down'
  await signIn()
  review()
  await kiosk.actions.confirmOrder()
  main.changeOpenState({ ...everythingOpen, platform: closure, canteen: closure, web: closure, requests: closure })
  main.line = 'up'
  await tick()
  await expect.poll(() => main.applied).toEqual([operationId(1)])
})
