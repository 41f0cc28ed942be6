import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { NavigationProvider } from '../navigation-context.tsx'
import type { ConfirmOutcome, KioskActions } from '../stores/kiosk-actions.ts'
import { KioskProvider } from '../stores/kiosk-context.tsx'
import { createFakeKiosk, type FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { CanteenScreen } from './canteen-screen.tsx'
import {
  account,
  amara,
  bread,
  categories,
  coffee,
  nextWindow,
  nowMs,
  openWindow,
  products,
} from './testing/sample-goods.ts'

function show(facts: FakeKioskFacts = {}) {
  const windows = [openWindow, nextWindow]
  const kiosk = createFakeKiosk({ person: amara, account, categories, products, windows, nowMs, ...facts })
  render(
    <TextsForTests>
      <KioskProvider kiosk={kiosk}>
        <NavigationProvider>
          <CanteenScreen />
        </NavigationProvider>
      </KioskProvider>
    </TextsForTests>,
  )
  return { kiosk, user: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
const more = (name: string) => button(`One more: ${name}`)
const heading = (name: string | RegExp) => screen.findByRole('heading', { name })
const shown = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
const inCart = { cart: { items: [{ productId: coffee.id, quantity: 2 }] } }

test('shows one shelf at a time', async () => {
  const { user } = show()
  expect(shown()).toEqual(['Ground coffee', 'Whole milk', 'Green tea'])

  await user.click(screen.getByRole('radio', { name: 'Food' }))

  expect(shown()).toEqual(['Wholemeal bread'])
})

test('says until when one can order and when it comes', () => {
  show()
  expect(screen.getByText(/Order until tomorrow 18:00\. Delivery Friday 6 March\./)).toBeDefined()
})

test('the stepper goes as far as the limit and no further', async () => {
  const { user, kiosk } = show()
  await user.click(more('Ground coffee'))
  await user.click(more('Ground coffee'))

  expect(kiosk.cart.getState().items).toEqual([{ productId: coffee.id, quantity: 2 }])
  expect(more('Ground coffee').disabled).toBe(true)
})

test('says what is sold out and how few are left, and offers none of what is not there', () => {
  show()
  expect(screen.getByText('Sold out')).toBeDefined()
  expect(screen.getByText('Only 3 left')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'One more: Green tea' })).toBeNull()
})

test('the search goes through all shelves, in any language', async () => {
  const { user } = show()
  await user.type(screen.getByRole('textbox', { name: 'Search' }), 'pain')

  expect(shown()).toEqual(['Wholemeal bread'])
})

test('a search without a result says how to go on', async () => {
  const { user } = show()
  await user.type(screen.getByRole('textbox', { name: 'Search' }), 'xyz')
  await user.click(button('Show all shelves'))

  expect(shown()).toContain('Ground coffee')
})

test('leaves out what contains an allergen, and says how much it left out', async () => {
  const { user } = show()
  await user.click(button('Without …'))
  const question = await heading('What should not be in it?')
  await expect.poll(() => document.activeElement).toBe(question)
  await user.click(button(/^Milk/))
  await user.click(button('Show the products'))

  expect(shown()).toEqual(['Ground coffee', 'Green tea'])
  expect(screen.getByText(/^1 product is not shown/)).toBeDefined()
})

test('the cart shows what it costs and what is left', () => {
  show(inCart)
  const bar = within(screen.getByRole('region', { name: 'Cart' }))
  expect(bar.getByText(/9,98/)).toBeDefined()
  expect(bar.getByText(/10,02/)).toBeDefined()
})

test('the cart opens to its lines', async () => {
  const { user, kiosk } = show(inCart)
  await user.click(button('Show cart'))
  await user.click(button('One less: Ground coffee'))

  expect(kiosk.cart.getState().items).toEqual([{ productId: coffee.id, quantity: 1 }])
})

test('the review reads what will be on the receipt', async () => {
  const { user } = show(inCart)
  await user.click(button('Review order'))

  const review = await heading('Is this right?')
  await expect.poll(() => document.activeElement).toBe(review)
  expect(screen.getByRole('row', { name: /2 × Ground coffee.*9,98/ })).toBeDefined()
  expect(screen.getByRole('row', { name: /Total.*9,98/ })).toBeDefined()
  expect(screen.getByText('Friday 6 March')).toBeDefined()
})

test('without a connection the review says by when the order must arrive', async () => {
  const { user } = show({ ...inCart, line: { line: 'no-connection' } })
  await user.click(button('Review order'))

  expect(screen.getByText(/must reach the prison by Wednesday 06:00/)).toBeDefined()
})

test('confirming goes through pending to the receipt, once, however often it is pressed', async () => {
  let settle: (outcome: ConfirmOutcome) => void = () => undefined
  const answer = new Promise<ConfirmOutcome>(resolve => {
    settle = resolve
  })
  const confirmOrder = vi.fn<KioskActions['confirmOrder']>(async () => answer)
  const { user, kiosk } = show({ ...inCart, actions: { confirmOrder } })
  await user.click(button('Review order'))
  const operationId = kiosk.cart.getState().review?.operationId
  await user.dblClick(button(/^Order now/))

  expect(button('One moment').getAttribute('aria-busy')).toBe('true')
  kiosk.cart.getState().cleared()
  if (operationId !== undefined) settle({ status: 'recorded', operationId })

  const receipt = await heading('Your receipt')
  await expect.poll(() => document.activeElement).toBe(receipt)
  expect(screen.getByRole('status').textContent).toContain('Recorded on this terminal')
  expect(screen.getByRole('row', { name: /2 × Ground coffee/ })).toBeDefined()
  expect(confirmOrder).toHaveBeenCalledOnce()
})

test.each([
  ['JOURNAL_FULL', /no room left/],
  ['JOURNAL_UNAVAILABLE', /cannot keep anything safely/],
] as const)('keeps the cart and says why when nothing was recorded: %s', async (code, words) => {
  const { user, kiosk } = show({ ...inCart, actions: { confirmOrder: async () => ({ status: 'not-recorded', code }) } })
  await user.click(button('Review order'))
  await user.click(button(/^Order now/))

  expect(screen.getByRole('alert').textContent).toMatch(words)
  expect(kiosk.cart.getState().items).toHaveLength(1)
})

test('an account that looks short is said, and stops nobody', async () => {
  const { user } = show({ ...inCart, account: { ...account, availableCents: 100 } })
  await user.click(button('Review order'))

  expect(screen.getByText(/Your account shows less/)).toBeDefined()
  expect(screen.getByText('More than on your account').nextElementSibling?.textContent).toBe('8,98\u00a0€')
  expect(button(/^Order now/).disabled).toBe(false)
})

test('an order put together for a window that is over cannot be confirmed', () => {
  const lines = [{ productId: bread.id, quantity: 1, seenUnitPriceCents: bread.priceCents }]
  const { kiosk } = show({ windows: [nextWindow] })
  kiosk.cart.getState().reviewOpened(openWindow.id, lines)

  return expect.poll(() => button(/^Order now/).disabled).toBe(true)
})

test('between two windows it says when one can order again, and keeps the cart', () => {
  show({ ...inCart, windows: [nextWindow] })
  expect(screen.getByText(/order again from tomorrow 18:00\. Delivery Friday 13 March/)).toBeDefined()
  expect(button('Review order').disabled).toBe(true)
})

test('a terminal that never received a catalogue says so', () => {
  show({ categories: [], products: [], line: { hasCopy: false, line: 'no-connection' } })
  expect(screen.getByRole('heading', { name: 'The goods are not here yet' })).toBeDefined()
})

test('no order window known offline is said as it is', () => {
  show({ windows: [], line: { line: 'no-connection' } })
  expect(screen.getByText(/order periods known on this terminal are over/)).toBeDefined()
})
