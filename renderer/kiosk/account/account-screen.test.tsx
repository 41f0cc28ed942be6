import { accountEntrySchema, accountSchema } from '#shared/contracts/account.ts'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { orderRequest } from '../testing/sample-requests.ts'
import { button, createLoadingKiosk, showScreen, whereNow } from '../testing/show-screen.tsx'
import { AccountScreen } from './account-screen.tsx'

const inmateId = 'd2b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e'
const account = accountSchema.parse({ inmateId, availableCents: 4820, heldCents: 1240 })
const entry = (n: number, kind: string, amountCents: number, requestId: string | null = null) =>
  accountEntrySchema.parse({
    id: `01900000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    inmateId,
    at: `2026-02-${String(n).padStart(2, '0')}T09:00:00Z`,
    kind,
    amountCents,
    requestId,
  })

function show(facts: FakeKioskFacts = {}) {
  return showScreen(<AccountScreen />, { account, ...facts })
}

const movements = () =>
  within(screen.getByRole('region', { name: 'Movements' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

test('says what can be ordered with and what is put aside', () => {
  show()
  expect(screen.getByText('You can order for').parentElement?.textContent).toContain('48,20\u00a0€')
  expect(screen.getByText('Put aside for orders').parentElement?.parentElement?.textContent).toContain('12,40\u00a0€')
  expect(screen.queryByText('Known to the prison')).toBeNull()
})

test('keeps what is recorded here apart from what the prison knows', () => {
  show({ requests: [{ ...orderRequest, state: 'recorded', isOnlyHere: true }] })
  const row = (label: string) => screen.getByText(label).parentElement?.parentElement?.textContent
  expect(screen.getByText('You can order for').parentElement?.textContent).toContain('41,80\u00a0€')
  expect(row('Known to the prison')).toContain('48,20\u00a0€')
  expect(row('Orders recorded here')).toContain('Recorded here−6,40\u00a0€')
})

test.each([
  ['is overdrawn', -320, '−3,20\u00a0€'],
  ['has nothing left', 0, '0,00\u00a0€'],
])('says that nothing can be ordered when the account %s, and what it stands at', (_name, availableCents, figure) => {
  show({ account: { ...account, availableCents } })
  expect(screen.getByText('You cannot order anything now')).toBeDefined()
  expect(screen.getByText('Your account stands at').parentElement?.textContent).toContain(figure)
  expect(screen.queryByText('You can order for')).toBeNull()
})

test('says that nothing can be ordered when what is recorded here takes more than there is', () => {
  show({
    account: { ...account, availableCents: 500 },
    requests: [{ ...orderRequest, state: 'recorded', isOnlyHere: true }],
  })
  expect(screen.getByText('You cannot order anything now')).toBeDefined()
  expect(screen.getByText('Your account stands at').parentElement?.textContent).toContain('−1,40\u00a0€')
  expect(screen.getByText('Orders recorded here')).toBeDefined()
})

test('says when the prison was last heard', () => {
  show({ line: { line: 'no-connection', lastContactAt: '2026-03-02T09:30:00Z' } })
  expect(screen.getByText('As of the last contact, today 10:30')).toBeDefined()
})

test('lists each movement with what was left after it, newest first', () => {
  show({ accountEntries: [entry(1, 'wages', 6643), entry(5, 'phone', -500)] })
  expect(movements()).toEqual([
    'PhoneThursday 5 February−5,00\u00a0€48,20\u00a0€ after',
    'WagesSunday 1 February+66,43\u00a0€53,20\u00a0€ after',
  ])
})

test('does not let an order look paid twice', () => {
  const { id } = orderRequest
  show({ accountEntries: [entry(1, 'order-hold', -640, id), entry(5, 'order-debit', -640, id)] })
  const [debit, hold] = movements()
  expect(debit).toMatch(/paid with the money put aside.*[^−]6,40\u00a0€48,20\u00a0€ after$/)
  expect(hold).toMatch(/put aside.*−6,40\u00a0€48,20\u00a0€ after$/)
})

test('leads from a movement to its order', async () => {
  const { user } = show({ accountEntries: [entry(1, 'order-hold', -640, orderRequest.id)] })
  await user.click(button('See the order'))
  expect(whereNow()).toBe(JSON.stringify({ place: 'requests', requestId: orderRequest.id }))
})

test('shows older movements when asked', async () => {
  const accountEntries = Array.from({ length: 25 }, (_, n) => entry(n + 1, 'wages', 100))
  const { user } = show({ accountEntries })
  expect(movements()).toHaveLength(20)
  await user.click(button('Show older ones'))
  expect(movements()).toHaveLength(25)
})

test('says what would be here while nothing is booked', () => {
  show()
  expect(screen.getByText(/Nothing booked yet/)).toBeDefined()
})

test.each<[string, FakeKioskFacts]>([
  ['the prison has sent no account', { account: null }],
  ['this terminal has no copy yet', { line: { hasCopy: false } }],
])('shows no figure while %s', (_name, facts) => {
  show(facts)
  expect(screen.getByRole('heading', { name: 'Not known here yet' })).toBeDefined()
  expect(screen.queryByText(/€/)).toBeNull()
})

test('shows the shape of what comes while it is read', () => {
  showScreen(<AccountScreen />, {}, createLoadingKiosk())
  expect(screen.getByLabelText('Loading')).toBeDefined()
})
