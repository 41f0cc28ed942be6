import { coffee, inmateId, operationId, sugar, windowId } from '#renderer/data/testing/sample-operations.ts'
import type { CartDraft } from '#renderer/data/rows.ts'
import { expect, test } from 'vitest'
import { createCartKeeper } from './cart-store.ts'

function signedInCart(draft?: CartDraft) {
  const kept: CartDraft[] = []
  let minted = 0
  const cart = createCartKeeper({
    keep: async now => void kept.push(now),
    mintId: () => operationId((minted += 1)),
  })
  cart.signedIn(inmateId(1), draft)
  return { cart, kept, state: () => cart.store.getState() }
}
const coffees = (quantity: number, seenUnitPriceCents = 300) => [{ productId: coffee, quantity, seenUnitPriceCents }]

test('keeps every change under its owner', () => {
  const { state, kept } = signedInCart()
  state().quantityChanged(coffee, 2)
  expect(state().items).toEqual([{ productId: coffee, quantity: 2 }])
  expect(kept).toEqual([{ inmateId: inmateId(1), items: [{ productId: coffee, quantity: 2 }], review: null }])
})

test('a quantity of zero takes the line out, and lines keep their places', () => {
  const { state } = signedInCart()
  state().quantityChanged(coffee, 1)
  state().quantityChanged(sugar, 1)
  state().quantityChanged(coffee, 3)
  expect(state().items?.map(({ productId }) => productId)).toEqual([coffee, sugar])
  state().quantityChanged(coffee, 0)
  expect(state().items?.map(({ productId }) => productId)).toEqual([sugar])
})

test('opening the review again on the same order keeps its id: two presses make one order', () => {
  const { state } = signedInCart()
  state().quantityChanged(coffee, 1)
  state().reviewOpened(windowId, coffees(1))
  state().reviewClosed()
  state().reviewOpened(windowId, coffees(1))
  expect(state().review?.operationId).toBe(operationId(1))
})

test.each([
  ['a changed quantity', coffees(2)],
  ['a changed price', coffees(1, 350)],
])('%s is another order, with another id', (_what, lines) => {
  const { state } = signedInCart()
  state().quantityChanged(coffee, 1)
  state().reviewOpened(windowId, coffees(1))
  state().reviewOpened(windowId, lines)
  expect(state().review?.operationId).toBe(operationId(2))
})

test('any change of the cart closes the review', () => {
  const { state } = signedInCart()
  state().quantityChanged(coffee, 1)
  state().reviewOpened(windowId, coffees(1))
  state().quantityChanged(coffee, 2)
  expect(state().review).toBeNull()
})

test('the cart and the review in it are there again after a restart, under the same id', () => {
  const before = signedInCart()
  before.state().quantityChanged(coffee, 1)
  before.state().reviewOpened(windowId, coffees(1))
  const { state } = signedInCart(before.kept.at(-1))
  expect(state()).toMatchObject({
    items: [{ productId: coffee, quantity: 1 }],
    review: { operationId: operationId(1) },
  })
})

test('is emptied by the confirmation of its own review, and of no other', () => {
  const { cart, state } = signedInCart()
  state().quantityChanged(coffee, 1)
  state().reviewOpened(windowId, coffees(1))
  cart.confirmed(operationId(9))
  expect(state().items).toHaveLength(1)
  cart.confirmed(operationId(1))
  expect(state()).toMatchObject({ items: [], review: null })
})

test('holds nothing and keeps nothing while nobody is signed in', () => {
  const { cart, state, kept } = signedInCart()
  cart.signedOut()
  state().quantityChanged(coffee, 1)
  expect(state().items).toBeUndefined()
  expect(kept).toEqual([])
})
