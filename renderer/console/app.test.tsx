import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { StaffApi } from './api/staff-api.ts'
import { App } from './app.tsx'
import { HOLD_MS } from './layout/hold-button.tsx'
import {
  aClosing,
  anOrder,
  aProgress,
  aState,
  createFakeApi,
  type FakeApi,
  refuse,
  session,
} from './testing/fake-api.ts'

const user = userEvent.setup()

function open(api: FakeApi, joinToken?: string) {
  render(<App api={api} joinToken={joinToken} languages={['en-GB']} />)
}
const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function hold(name: string | RegExp, ms = HOLD_MS): Promise<void> {
  const target = await button(name)
  vi.useFakeTimers()
  try {
    fireEvent.pointerDown(target, { button: 0 })
    await act(() => vi.advanceTimersByTimeAsync(ms))
    fireEvent.pointerUp(target)
  } finally {
    vi.useRealTimers()
  }
}

test('a link greets by name and makes a passkey', async () => {
  const api = createFakeApi()
  open(api, 'token')
  expect(await screen.findByRole('heading', { name: 'Welcome, Anna' })).toBeDefined()
  await user.click(await button('Make my passkey'))
  expect(await screen.findByRole('heading', { name: 'Everything is open' })).toBeDefined()
})

test('a link that is used says so', async () => {
  const api = { ...createFakeApi(), askToJoin: refuse('STAFF_INVITATION_REFUSED') }
  open(api, 'token')
  expect(await screen.findByText(/Links work once/)).toBeDefined()
})

test('whoever is not in signs in, and hears what a key refused', async () => {
  const api = createFakeApi()
  const signIn = vi.fn<StaffApi['signIn']>(refuse('PASSKEY_UNUSED')).mockImplementationOnce(refuse('STAFF_REFUSED'))
  open({ ...api, session: refuse('SESSION_MISSING'), signIn })
  await user.click(await button('Sign in with a passkey'))
  expect(await screen.findByText('That passkey was not accepted.')).toBeDefined()
  await user.click(await button('Sign in with a passkey'))
  expect(await screen.findByText('No passkey was used. Please try again.')).toBeDefined()
})

test('a server that is away says what is true and can be tried again', async () => {
  const api = createFakeApi()
  open({ ...api, session: vi.fn<StaffApi['session']>(async () => session).mockImplementationOnce(refuse('OFFLINE')) })
  expect(await screen.findByText(/cannot be reached/)).toBeDefined()
  await user.click(await button('Try again'))
  expect(await screen.findByRole('heading', { name: 'Everything is open' })).toBeDefined()
})

test('shows what is closed, for whom, why and by whom', async () => {
  const view = {
    closing: aClosing({ line: 'Search in progress' }),
    orderedBy: 'Ben',
    orderedAt: '2026-11-23T09:00:00Z',
  }
  open(createFakeApi(() => aState({ closings: [{ ...view, inmateNumber: null }] })))
  const list = within(await screen.findByRole('region', { name: 'What is closed' }))
  expect(list.getByText('Web')).toBeDefined()
  expect(list.getByText('For everyone, until a warden reopens it')).toBeDefined()
  expect(list.getByText('Search in progress')).toBeDefined()
  expect(list.getByText(/Closed by Ben/)).toBeDefined()
})

test('closing the platform leaves medical requests open, and the rows say so', async () => {
  const closing = aClosing({ target: { kind: 'service', service: 'platform' } })
  open(createFakeApi(() => aState({ closings: [{ closing, orderedBy: null, orderedAt: null, inmateNumber: null }] })))
  const rows = within(await screen.findByRole('region', { name: 'Services' })).getAllByRole('listitem')
  const words = rows.map(row => row.textContent)
  expect(words.find(text => text.startsWith('Medical'))).toContain('Open')
  expect(words.find(text => text.startsWith('Canteen'))).toContain('Closed')
})

test('a closing that has not begun is announced and closes nothing yet', async () => {
  const closing = aClosing({ from: new Date(Date.now() + 3_600_000).toISOString() })
  open(createFakeApi(() => aState({ closings: [{ closing, orderedBy: null, orderedAt: null, inmateNumber: null }] })))
  expect(await screen.findByRole('heading', { name: 'Everything is open' })).toBeDefined()
  expect(screen.getByText(/^For everyone, from/)).toBeDefined()
})

async function fillInClosing(): Promise<void> {
  await user.click(await button('Close: Web'))
  await user.click(screen.getByRole('radio', { name: 'Everyone' }))
  await user.click(screen.getByRole('radio', { name: 'Incident' }))
  await screen.findByText('3 people at 2 terminals')
}

test('says what will happen before it can be held, and gives the order once it was', async () => {
  const api = createFakeApi()
  open(api)
  await user.click(await button('Close: Web'))
  expect((await button('Hold to close')).hasAttribute('disabled')).toBe(true)
  await user.click(await screen.findByRole('button', { name: 'Overview' }))
  await fillInClosing()
  expect(screen.getByText('Closes at once: Web.')).toBeDefined()
  expect(screen.getByText('Goes on: Canteen.')).toBeDefined()
  await hold('Hold to close')
  expect(api.order).toHaveBeenCalledExactlyOnceWith({
    kind: 'close',
    target: { kind: 'service', service: 'web' },
    scope: { kind: 'everyone' },
    reason: 'incident',
    line: null,
    from: null,
    until: null,
  })
  expect(await screen.findByText('In force. The terminals are being told.')).toBeDefined()
})

test('letting go early orders nothing and says how', async () => {
  const api = createFakeApi()
  open(api)
  await fillInClosing()
  await hold('Hold to close', HOLD_MS - 50)
  expect(api.order).not.toHaveBeenCalled()
  expect(await screen.findByText('Keep pressing until the bar is full.')).toBeDefined()
})

test('the keyboard holds too, and a key that repeats counts once', async () => {
  const api = createFakeApi()
  open(api)
  await fillInClosing()
  const target = await button('Hold to close')
  vi.useFakeTimers()
  fireEvent.keyDown(target, { key: 'Enter' })
  for (let repeat = 0; repeat < 5; repeat += 1) fireEvent.keyDown(target, { key: 'Enter', repeat: true })
  await act(() => vi.advanceTimersByTimeAsync(HOLD_MS))
  fireEvent.keyUp(target, { key: 'Enter' })
  vi.useRealTimers()
  expect(api.order).toHaveBeenCalledOnce()
})

test('a press without hands arms the button, and a second one acts', async () => {
  const api = createFakeApi()
  open(api)
  await fillInClosing()
  fireEvent.click(await button('Hold to close'), { detail: 0 })
  expect(api.order).not.toHaveBeenCalled()
  fireEvent.click(await button('Press once more to confirm'), { detail: 0 })
  expect(api.order).toHaveBeenCalledOnce()
})

test('a person is found by their number, and named before anything is closed for them', async () => {
  const api = createFakeApi()
  const found = { id: '6f1f0f0e-0000-4000-8000-000000000002' as never, number: '27189', name: 'Jean-Bosco M.' }
  open({
    ...api,
    inmate: vi.fn<StaffApi['inmate']>(async () => found).mockImplementationOnce(refuse('INMATE_UNKNOWN')),
  })
  await user.click(await button('Close: Web'))
  await user.click(screen.getByRole('radio', { name: 'One person' }))
  await user.type(screen.getByRole('textbox', { name: 'Number on the door card' }), '27189{Enter}')
  expect(await screen.findByText('Nobody has this number.')).toBeDefined()
  await user.click(await button('Find'))
  expect(await screen.findByText('Number 27189: Jean-Bosco M.')).toBeDefined()
})

test('another warden’s order can be approved by holding, one’s own can only be taken back', async () => {
  const { id: _id, ...closing } = aClosing({ target: { kind: 'service', service: 'medical' } })
  const intent = { kind: 'close' as const, ...closing }
  const api = createFakeApi(() => aState({ waiting: [anOrder(intent)] }))
  open(api)
  expect(await screen.findByText('Close: Medical requests, for everyone')).toBeDefined()
  await hold('Hold to approve')
  expect(api.approve).toHaveBeenCalledOnce()
  api.state.mockImplementation(async () => aState({ waiting: [anOrder(intent, { isOwn: true })] }))
  act(() => api.events().onProgress(aProgress({ revision: '4' })))
  expect(await screen.findByText(/You gave this order/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Hold to approve' })).toBeNull()
  expect(await button('Take back')).toBeDefined()
})

test('terminals that obey are counted, and the unreachable are named with the end of their lease', async () => {
  const api = createFakeApi()
  open(api)
  await button('Close: Web')
  const soon = new Date(Date.now() + 60_000).toISOString()
  const counts = { terminals: 4, issued: 1, sent: 0, obeyed: 1, unreachable: 2 }
  const unreachable = [
    { name: 'B-01', leaseUntil: soon },
    { name: 'B-02', leaseUntil: null },
  ]
  act(() => api.events().onProgress(aProgress({ counts, unreachable })))
  expect(await screen.findByText('1 of 4 terminals obey')).toBeDefined()
  expect(screen.getByText('1 not told yet')).toBeDefined()
  expect(screen.getByText('B-01')).toBeDefined()
  expect(screen.getByText(/Web closes by itself today/)).toBeDefined()
  expect(screen.getByText(/no contact yet/)).toBeDefined()
})

test('figures that are old say from when they are', async () => {
  const api = createFakeApi()
  open(api)
  await button('Close: Web')
  act(() => api.events().onProgress(aProgress()))
  await screen.findByText('All terminals obey')
  api.state.mockImplementation(refuse('OFFLINE'))
  act(() => api.events().onLost())
  expect(await screen.findByText(/Figures from 11:00/)).toBeDefined()
  act(() => api.events().onProgress(aProgress()))
  expect(screen.queryByText(/Figures from/)).toBeNull()
})

test('a session that ended leads to the door, and says why', async () => {
  const api = createFakeApi()
  open(api)
  await button('Close: Web')
  act(() => api.events().onSignedOut())
  expect(await screen.findByText(/nothing was done here for a while/)).toBeDefined()
})

test('a warden is invited by a link that is shown once', async () => {
  const api = createFakeApi()
  open(api)
  await user.click(await button('Wardens'))
  await user.type(await screen.findByRole('textbox', { name: 'Name, as records will call them' }), 'Carla')
  await user.click(await button('Make a link'))
  expect(await screen.findByText('https://localhost:7444/control/#join=secret')).toBeDefined()
  expect(api.invite).toHaveBeenCalledExactlyOnceWith('Carla')
})

test('maintenance is begun by holding, and aborted', async () => {
  const api = createFakeApi()
  open(api)
  await user.click(await button('Maintenance'))
  await hold('Hold to begin now')
  expect(api.order).toHaveBeenCalledExactlyOnceWith({ kind: 'maintenance-begin', until: null, line: null })
  const begun = { id: aClosing().id, phase: 'begun' as const, from: '2026-11-23T09:00:00Z', until: null, line: null }
  api.state.mockImplementation(async () => aState({ maintenance: begun }))
  act(() => api.events().onProgress(aProgress({ revision: '5' })))
  await hold('Hold to abort: back at once')
  expect(api.order).toHaveBeenLastCalledWith({ kind: 'maintenance-abort' })
})

test('the latest orders say who, what, why and what became of them', async () => {
  const { id, ...fields } = aClosing({ target: { kind: 'service', service: 'canteen' }, reason: 'staffing' })
  const closed = anOrder({ kind: 'close', ...fields }, { id, status: 'in-force' })
  const decided = { status: 'in-force', decidedBy: 'Carla', decidedAt: '2026-11-23T09:30:00Z' } as const
  const api = createFakeApi()
  const reopened = anOrder({ kind: 'reopen', closingId: id }, decided)
  open({ ...api, orders: async () => ({ orders: [reopened, closed] }) })
  const list = within(await screen.findByRole('region', { name: 'Latest orders' }))
  expect(await list.findByText('Reopen: Canteen, for everyone')).toBeDefined()
  expect(list.getByText(/Approved by Carla/)).toBeDefined()
  expect(list.getByText('Over')).toBeDefined()
  expect(list.getByText('Too few staff, until a warden reopens it')).toBeDefined()
})

test('a maintenance that is under way is said on the overview', async () => {
  const maintenance = { phase: 'begun', from: '2026-11-23T09:00:00Z', until: null, line: null } as const
  open(createFakeApi(() => aState({ maintenance: { id: aClosing().id, ...maintenance } })))
  expect(await screen.findByText('Maintenance is under way')).toBeDefined()
})

test('names what is still needed before something can be closed', async () => {
  open(createFakeApi())
  await user.click(await button('Close: Web'))
  expect(screen.getByText('Still needed: For whom, Why.')).toBeDefined()
})

test('a hold that is overtaken by a change is over', async () => {
  const api = createFakeApi()
  open(api)
  await fillInClosing()
  const target = await button('Hold to close')
  vi.useFakeTimers()
  fireEvent.pointerDown(target, { button: 0 })
  await act(() => vi.advanceTimersByTimeAsync(HOLD_MS / 2))
  api.state.mockImplementation(async () => aState({ version: 4 }))
  act(() => api.events().onProgress(aProgress({ version: 4, revision: '6' })))
  await act(() => vi.advanceTimersByTimeAsync(1))
  await act(() => vi.advanceTimersByTimeAsync(HOLD_MS))
  vi.useRealTimers()
  expect(api.order).not.toHaveBeenCalled()
})
