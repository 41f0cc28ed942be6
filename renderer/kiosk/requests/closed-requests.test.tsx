import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ConfirmOutcome } from '../stores/kiosk-actions.ts'
import { closure } from '../testing/sample-closures.ts'
import { orderRequest, receivedRequest } from '../testing/sample-requests.ts'
import { button, showScreen } from '../testing/show-screen.tsx'
import { RequestsScreen } from './requests-screen.tsx'

const refused: ConfirmOutcome = { status: 'not-recorded', code: 'SERVICE_CLOSED' }

test('one’s own requests can always be read, and the list says what cannot be done', () => {
  showScreen(<RequestsScreen />, { requests: [receivedRequest], openState: { requests: closure, platform: closure } })
  expect(screen.getByText('Medical request')).toBeDefined()
  expect(screen.getByText('Reminders and requests for web pages are closed')).toBeDefined()
})

test('reminding is closed, taking back is not', () => {
  showScreen(<RequestsScreen requestId={receivedRequest.id} />, {
    requests: [receivedRequest],
    openState: { requests: closure },
  })
  expect(screen.queryByRole('button', { name: 'Send a reminder' })).toBeNull()
  expect(screen.getByText('Reminders are closed')).toBeDefined()
  expect(button('Withdraw')).toBeDefined()
})

test('a reminder refused because it is closed says so', async () => {
  const { user } = showScreen(<RequestsScreen requestId={receivedRequest.id} />, {
    requests: [receivedRequest],
    actions: { remind: async () => refused },
  })
  await user.click(button('Send a reminder'))
  expect(screen.getByRole('alert').textContent).toContain('The prison has just closed this.')
})

test('an order that became dearer waits while the canteen is closed', () => {
  const rejection = { code: 'ORDER_PRICE_ROSE' as const, totalCents: 700, lines: [] }
  showScreen(<RequestsScreen requestId={orderRequest.id} />, {
    requests: [{ ...orderRequest, state: 'needs-you', needsYou: true, canConfirmAgain: true, rejection }],
    openState: { canteen: closure },
  })
  expect(screen.queryByRole('button', { name: 'Order at the new price' })).toBeNull()
  expect(screen.getByText('The canteen is closed: this waits here')).toBeDefined()
})
