import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ConfirmOutcome, KioskActions } from '../stores/kiosk-actions.ts'
import type { RequestView } from '../stores/request-view.ts'
import { medicalRequest, orderRequest, receivedRequest, requestId } from '../testing/sample-requests.ts'
import { button, showScreen, whereNow } from '../testing/show-screen.tsx'
import { RequestsScreen } from './requests-screen.tsx'

const recorded: ConfirmOutcome = { status: 'recorded', operationId: requestId(50) }
const notRecorded: ConfirmOutcome = { status: 'not-recorded', code: 'JOURNAL_FULL' }
const nothing = () => undefined
const unanswered = new Promise<ConfirmOutcome>(nothing)
const refusedId = requestId(60)
const withRefusal: RequestView = {
  ...orderRequest,
  state: 'in-hand',
  needsYou: true,
  canWithdraw: false,
  canRemind: false,
  refusedFollowUps: [{ operationId: refusedId, kind: 'withdraw', rejection: { code: 'REQUEST_TOO_LATE' } }],
}

function show(request: RequestView, actions: Partial<KioskActions> = {}) {
  return showScreen(<RequestsScreen requestId={request.id} />, { requests: [request], actions })
}

const steps = () =>
  within(screen.getByRole('list', { name: 'What happened' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

test('tells the life of a request in plain words, from its confirmation to what is still to come', () => {
  show(receivedRequest)
  expect(steps()).toEqual([
    'You confirmed it2 March 2026, 10:00',
    'The prison received it2 March 2026, 10:05',
    'The medical service answers youby Wednesday',
  ])
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Medical request' }))
  expect(screen.getByText('Number 7F3A-91C2')).toBeDefined()
})

test('does not show as received what only this terminal knows', () => {
  show(medicalRequest)
  expect(steps()).toEqual([
    'You confirmed it. It is recorded on this terminal2 March 2026, 10:00',
    'It will be sent as soon as there is a connection',
  ])
})

test('shows an order as it was confirmed, priced and summed', () => {
  show(orderRequest)
  const order = within(screen.getByRole('region', { name: 'Your order' }))
  expect(order.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Coffee2 × 3,20\u00a0€6,40\u00a0€',
    'Total6,40\u00a0€',
  ])
})

test('asks before it withdraws, and withdraws once', async () => {
  const withdraw = vi.fn<KioskActions['withdraw']>(async () => recorded)
  const { user } = show(orderRequest, { withdraw })
  await user.click(button('Withdraw'))
  expect(screen.getByRole('dialog', { name: 'Withdraw this request?' }).textContent).toContain('money put aside')
  await user.click(button('Keep it'))
  expect(withdraw).not.toHaveBeenCalled()

  await user.click(button('Withdraw'))
  await user.dblClick(button('Withdraw it'))

  expect(withdraw).toHaveBeenCalledExactlyOnceWith(orderRequest.id)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test.each<[string, RequestView]>([
  ['a medical request', medicalRequest],
  ['an order the prison has not received', { ...orderRequest, state: 'recorded', receivedAt: null, isOnlyHere: true }],
  ['an order under way to the prison', { ...orderRequest, state: 'sent', receivedAt: null, isOnlyHere: true }],
])('does not speak of money where none was put aside: %s', async (_name, request) => {
  const { user } = show(request)
  await user.click(button('Withdraw'))
  expect(screen.getByRole('dialog').textContent).not.toContain('oney')
})

test('keeps in sight that a withdrawal is on its way, and puts the focus there', async () => {
  const withdraw = async () => recorded
  const { user, requestsBecome } = show(orderRequest, { withdraw })
  await user.click(button('Withdraw'))
  await user.click(button('Withdraw it'))
  requestsBecome([{ ...orderRequest, isWithdrawPending: true, canWithdraw: false, canRemind: false }])
  expect(document.activeElement?.textContent).toBe('Your withdrawal is recorded here and goes to the prison by itself.')
  expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull()
})

test('reminds once', async () => {
  const remind = vi.fn<KioskActions['remind']>(async () => unanswered)
  const { user } = show(receivedRequest, { remind })
  await user.dblClick(button('Send a reminder'))
  expect(remind).toHaveBeenCalledExactlyOnceWith(receivedRequest.id)
  expect(button('One moment').getAttribute('aria-busy')).toBe('true')
})

test('says so where a reminder could not be recorded', async () => {
  const { user } = show(receivedRequest, { remind: async () => notRecorded })
  await user.click(button('Send a reminder'))
  expect(screen.getByRole('alert').textContent).toContain('This could not be recorded.')
  expect(button('Send a reminder').getAttribute('aria-disabled')).toBeNull()
})

test('offers nothing where nothing can be done', () => {
  show({ ...receivedRequest, state: 'answered', canRemind: false, canWithdraw: false })
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Back'])
})

test('says why a withdrawal was not accepted until that is understood', async () => {
  const discardParked = vi.fn<KioskActions['discardParked']>(async () => true)
  const { user, requestsBecome } = show(withRefusal, { discardParked })
  expect(screen.getByText('Your withdrawal was not accepted.')).toBeDefined()
  expect(screen.getByText(/It was too late to withdraw/)).toBeDefined()

  await user.click(button('Understood'))
  requestsBecome([{ ...withRefusal, needsYou: false, refusedFollowUps: [] }])

  expect(discardParked).toHaveBeenCalledExactlyOnceWith(refusedId)
  expect(screen.queryByText('Your withdrawal was not accepted.')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})

test('keeps a refusal in sight where it could not be put away', async () => {
  const { user } = show(withRefusal, { discardParked: async () => false })
  await user.click(button('Understood'))
  expect(screen.getByRole('alert').textContent).toContain('This could not be recorded.')
  expect(screen.getByText('Your withdrawal was not accepted.')).toBeDefined()
})

test('leaves a request of which nothing but a refusal was known', async () => {
  const unknown: RequestView = { ...withRefusal, kind: 'unknown', state: 'needs-you', owner: null, order: null }
  const { user } = show(unknown)
  expect(screen.queryByRole('list', { name: 'What happened' })).toBeNull()
  await user.click(button('Understood'))
  expect(whereNow()).toBe('{"place":"requests"}')
})

test('offers to order again what was not accepted, and no such thing for a medical request', () => {
  const parked = { state: 'needs-you', needsYou: true, canRemind: false, canWithdraw: false } as const
  const { unmount } = show({ ...orderRequest, ...parked, rejection: { code: 'ORDER_WINDOW_CLOSED' } })
  expect(steps().at(-1)).toBe('The prison did not accept it')
  expect(button('Order again')).toBeDefined()
  unmount()

  show({ ...receivedRequest, ...parked, rejection: { code: 'MEDICAL_KEY_UNKNOWN' } })
  expect(screen.queryByRole('button', { name: 'Order again' })).toBeNull()
  expect(button('Put away')).toBeDefined()
})

test('goes to the new order once its prices are accepted', async () => {
  const rejection = {
    code: 'ORDER_PRICE_ROSE',
    totalCents: 700,
    lines: orderRequest.order?.lines.map(({ productId }) => ({ productId, seenCents: 320, nowCents: 350 })) ?? [],
  } as const
  const confirmAgain = async () => recorded
  const parked = { ...orderRequest, state: 'needs-you', needsYou: true, canConfirmAgain: true, rejection } as const
  const { user } = show(parked, { confirmAgain })
  expect(steps().at(-1)).toBe('The prison asks you first')
  await user.click(button('Order at the new price'))
  expect(whereNow()).toBe(JSON.stringify({ place: 'requests', requestId: requestId(50) }))
})
