import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { type OperationId, operationIdSchema } from '#shared/contracts/ids.ts'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { KioskActions } from '../stores/kiosk-actions.ts'
import { KioskProvider } from '../stores/kiosk-context.tsx'
import type { RequestView } from '../stores/request-view.ts'
import { createFakeKiosk } from '../stores/testing/fake-kiosk.ts'
import { ParkedRequest } from './parked-request.tsx'

const parkedId = operationIdSchema.parse('01900000-0000-7000-8000-00000000000a')
const newId = operationIdSchema.parse('01900000-0000-7000-8000-00000000000b')
const dearer = {
  id: parkedId,
  rejection: {
    code: 'ORDER_PRICE_ROSE',
    totalCents: 1240,
    lines: [{ productId: 'coffee', seenCents: 499, nowCents: 549 }],
  },
  canConfirmAgain: true,
  order: null,
} as unknown as RequestView

afterEach(cleanup)

function show(request: RequestView, actions: Partial<KioskActions>) {
  const told = { onConfirmedAgain: vi.fn<(id: OperationId) => void>(), onPutAway: vi.fn<() => void>() }
  render(
    <TextsForTests>
      <KioskProvider kiosk={createFakeKiosk({ actions })}>
        <ParkedRequest request={request} {...told} />
      </KioskProvider>
    </TextsForTests>,
  )
  return told
}

test('orders at the new price once, also when pressed twice', async () => {
  const confirmAgain = vi.fn<KioskActions['confirmAgain']>(async () => ({ status: 'recorded', operationId: newId }))
  const told = show(dearer, { confirmAgain })

  await userEvent.dblClick(screen.getByRole('button', { name: 'Order at the new price' }))

  expect(confirmAgain).toHaveBeenCalledExactlyOnceWith(parkedId)
  expect(told.onConfirmedAgain).toHaveBeenCalledExactlyOnceWith(newId)
})

test('lets the order go when asked to', async () => {
  const discardParked = vi.fn<KioskActions['discardParked']>(async () => true)
  const told = show(dearer, { discardParked })

  await userEvent.click(screen.getByRole('button', { name: 'Let it go' }))

  expect(discardParked).toHaveBeenCalledExactlyOnceWith(parkedId)
  expect(told.onPutAway).toHaveBeenCalledOnce()
})

test('says that nothing changed where it could not be kept', async () => {
  const told = show(dearer, { confirmAgain: async () => ({ status: 'not-recorded', code: 'JOURNAL_FULL' }) })

  await userEvent.click(screen.getByRole('button', { name: 'Order at the new price' }))

  expect(screen.getByRole('alert').textContent).toContain('Nothing has changed')
  expect(told.onConfirmedAgain).not.toHaveBeenCalled()
})

test('offers no new price where the reason is another', () => {
  show({ ...dearer, canConfirmAgain: false, rejection: { code: 'ORDER_WINDOW_CLOSED' } }, {})

  expect(screen.queryByRole('button', { name: 'Order at the new price' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Put away' })).toBeDefined()
})
