import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ConfirmOutcome } from '../stores/kiosk-actions.ts'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { heldOutcome } from '../testing/held-outcome.ts'
import { closure } from '../testing/sample-closures.ts'
import { button, showScreen } from '../testing/show-screen.tsx'
import { CanteenScreen } from './canteen-screen.tsx'
import { account, categories, coffee, nextWindow, nowMs, openWindow, products } from './testing/sample-goods.ts'
import { requestId } from '../testing/sample-requests.ts'

const inCart = { cart: { items: [{ productId: coffee.id, quantity: 2 }] } }
const recorded: ConfirmOutcome = { status: 'recorded', operationId: requestId(1) }
const refused: ConfirmOutcome = { status: 'not-recorded', code: 'SERVICE_CLOSED' }

function show(facts: FakeKioskFacts = {}) {
  const windows = [openWindow, nextWindow]
  return showScreen(<CanteenScreen />, { account, categories, products, windows, nowMs, ...inCart, ...facts })
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent

test('closed in the middle of a review, it says so at once and gives the review back afterwards', async () => {
  const { user, kiosk, openStateBecomes } = show()
  await user.click(button('Review order'))
  expect(heading()).toBe('Is this right?')
  openStateBecomes({ canteen: closure })
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'The canteen is closed' }))
  expect(screen.getByText('Your cart is still here. Nothing of it is ordered yet.')).toBeDefined()
  expect(screen.queryByRole('button', { name: /Order now/ })).toBeNull()
  openStateBecomes({})
  expect(heading()).toBe('Is this right?')
  expect(kiosk.cart.getState()).toMatchObject(inCart.cart)
})

test('does not speak of a cart that is empty', () => {
  show({ cart: { items: [] }, openState: { canteen: closure } })
  expect(heading()).toBe('The canteen is closed')
  expect(screen.queryByText(/cart/)).toBeNull()
})

test('says so too before anything of the canteen was read', () => {
  const { kiosk } = show({ openState: { canteen: closure } })
  expect(kiosk.cart.getState().items).toHaveLength(1)
  show({ openState: { canteen: closure }, products: [] })
  expect(screen.getAllByRole('heading', { name: 'The canteen is closed' })).toHaveLength(2)
})

test('an order that was confirmed when the closing came is seen through to its receipt', async () => {
  const { confirm, answer } = heldOutcome()
  const { user, openStateBecomes } = show({ actions: { confirmOrder: confirm } })
  await user.click(button('Review order'))
  await user.click(button(/Order now/))
  openStateBecomes({ canteen: closure })
  answer(recorded)
  expect(await screen.findByRole('heading', { name: 'Your receipt' })).toBeDefined()
})

test('an order that the closing overtook is not taken for one', async () => {
  const { confirm, answer } = heldOutcome()
  const { user, openStateBecomes } = show({ actions: { confirmOrder: confirm } })
  await user.click(button('Review order'))
  await user.click(button(/Order now/))
  openStateBecomes({ canteen: closure })
  answer(refused)
  expect(await screen.findByRole('heading', { name: 'The canteen is closed' })).toBeDefined()
  expect(screen.getByText('Your cart is still here. Nothing of it is ordered yet.')).toBeDefined()
})

test('refused before this page knew why, it says that it is closed and that the cart is kept', async () => {
  const { user } = show({ actions: { confirmOrder: async () => refused } })
  await user.click(button('Review order'))
  await user.click(button(/Order now/))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'The prison has just closed the canteen. Your cart is kept.',
  )
})
