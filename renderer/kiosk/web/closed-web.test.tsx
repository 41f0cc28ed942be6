import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import type { WebState } from '../stores/web-store.ts'
import { closure, noContact, untilTomorrow } from '../testing/sample-closures.ts'
import { button, showScreen } from '../testing/show-screen.tsx'
import { WebScreen } from './web-screen.tsx'

const sites = [
  { id: 'library', names: { en: 'Library' }, host: 'library.example' },
  { id: 'work', names: { en: 'Work' }, host: 'work.example' },
]
const refusal = { code: 'W-1-18', reason: 'path-not-listed', address: 'library.example/admin' }
const page = { siteId: 'library', isLoading: false, canGoBack: false, refusal, hasFailed: false }

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {
        // Nothing changes its size here.
      }
      disconnect(): void {
        // Nothing was observed.
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function show(facts: FakeKioskFacts = {}) {
  const open = vi.fn<WebState['open']>(async () => undefined)
  const close = vi.fn<WebState['close']>(async () => undefined)
  return { open, close, ...showScreen(<WebScreen />, { ...facts, web: { sites, open, close, ...facts.web } }) }
}

test('shows a site that is closed as closed, opens nothing, and says why when it is pressed', async () => {
  const { user, open } = show({ openState: { sites: { work: untilTomorrow } } })
  const card = button('Work')
  expect(document.getElementById(card.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'ClosedOpen again: tomorrow 18:00',
  )
  await user.click(card)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Work is closed' }))
  expect(screen.getByText('There are too few staff just now.')).toBeDefined()
  expect(open).not.toHaveBeenCalled()
  await user.click(button('To the sites'))
  expect(button('Library')).toBeDefined()
})

test('a site that is closed while it is open goes at once', async () => {
  const { user, close, openStateBecomes } = show()
  await user.click(button('Library'))
  openStateBecomes({ sites: { library: closure } })
  expect(close).toHaveBeenCalled()
  expect(screen.getByRole('heading', { level: 1, name: 'Library is closed' })).toBeDefined()
})

test('the web closed under somebody says why; open again, it starts with the list', async () => {
  const { user, open, openStateBecomes } = show()
  await user.click(button('Library'))
  openStateBecomes({ web: noContact })
  expect(screen.getByRole('heading', { level: 1, name: 'The web is closed' })).toBeDefined()
  expect(screen.getByText('This terminal has not heard from the prison for too long.')).toBeDefined()
  openStateBecomes({})
  expect(screen.getByRole('heading', { level: 1, name: 'Web' })).toBeDefined()
  expect(open).toHaveBeenCalledOnce()
})

test('a refused page cannot be asked for while requests are closed, and says so', async () => {
  const { user, kiosk, openStateBecomes } = show({ requests: [] })
  await user.click(button('Library'))
  kiosk.web.setState({ page: { ...page, budget: { usedPercent: 0 } } })
  expect(await screen.findByRole('button', { name: 'Ask for this page' })).toBeDefined()
  openStateBecomes({ requests: closure })
  expect(screen.queryByRole('button', { name: 'Ask for this page' })).toBeNull()
  expect(screen.getByText('Asking for a page is closed')).toBeDefined()
})
