import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RequestView } from '../stores/request-view.ts'
import { medicalRequest, orderRequest, receivedRequest, requestId } from '../testing/sample-requests.ts'
import { button, createLoadingKiosk, showScreen, whereNow } from '../testing/show-screen.tsx'
import { RequestsScreen } from './requests-screen.tsx'

const parked: RequestView = {
  ...orderRequest,
  id: requestId(3),
  state: 'needs-you',
  needsYou: true,
  isOnlyHere: true,
  rejection: { code: 'ORDER_WINDOW_CLOSED' },
  events: [],
  canWithdraw: false,
  canRemind: false,
}
const answered: RequestView = { ...receivedRequest, id: requestId(4), state: 'answered', canRemind: false }
const group = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('listitem')

test('shows first what needs the person, then what is under way, then what is over', () => {
  showScreen(<RequestsScreen />, { requests: [parked, medicalRequest, orderRequest, answered] })
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Needs you',
    'Under way',
    'Finished',
  ])
  expect(group('Needs you')).toHaveLength(1)
  expect(group('Under way')).toHaveLength(2)
  expect(group('Finished')).toHaveLength(1)
})

test('says of each what it is, where it stands and by when', () => {
  showScreen(<RequestsScreen />, { requests: [receivedRequest, orderRequest] })
  const [medical, order] = group('Under way')
  expect(medical?.textContent).toMatch(/^Medical request.*10:00Answer by WednesdayReceived by the prison$/)
  expect(order?.textContent).toMatch(/^Canteen order6,40\u00a0€.*10:00Delivery FridayReceived by the prison$/)
})

test('says that an answer is late without blaming anybody', () => {
  showScreen(<RequestsScreen />, { requests: [{ ...receivedRequest, dueAt: '2026-03-01T22:59:59Z' }] })
  expect(screen.getByText('An answer was due yesterday')).toBeDefined()
})

test('opens one by its card', async () => {
  const { user } = showScreen(<RequestsScreen />, { requests: [orderRequest] })
  await user.click(button(/Canteen order/))
  expect(whereNow()).toBe(JSON.stringify({ place: 'requests', requestId: orderRequest.id }))
})

test('shows a few of the finished ones and more when asked', async () => {
  const requests = Array.from({ length: 12 }, (_, n) => ({ ...answered, id: requestId(20 + n) }))
  const { user } = showScreen(<RequestsScreen />, { requests })
  expect(group('Finished')).toHaveLength(8)
  await user.click(button('Show older ones'))
  expect(group('Finished')).toHaveLength(12)
  expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull()
})

test('says what would be here while there is nothing', () => {
  showScreen(<RequestsScreen />)
  expect(screen.getByRole('heading', { name: 'No requests yet' })).toBeDefined()
})

test('does not say that there is nothing before the first copy', () => {
  showScreen(<RequestsScreen />, { line: { line: 'no-connection', hasCopy: false } })
  expect(screen.queryByText('No requests yet')).toBeNull()
  expect(screen.getByRole('heading', { name: 'Not known here yet' })).toBeDefined()
})

test('shows the shape of what comes while it is read', () => {
  showScreen(<RequestsScreen requestId={requestId(1)} />, {}, createLoadingKiosk())
  expect(screen.getByLabelText('Loading')).toBeDefined()
  expect(screen.queryByText('This request is not here')).toBeNull()
})

test('a request that is gone leads back to the list', async () => {
  const { user } = showScreen(<RequestsScreen requestId={requestId(9)} />, { requests: [orderRequest] })
  await user.click(button('To the list'))
  expect(whereNow()).toBe('{"place":"requests"}')
})
