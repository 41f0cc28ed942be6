import { useOverlayPresence } from '#renderer/ui/overlay/overlay-presence.ts'
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KioskActions } from '../stores/kiosk-actions.ts'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import type { WebPage, WebState } from '../stores/web-store.ts'
import { medicalRequest, requestId } from '../testing/sample-requests.ts'
import { button, showScreen } from '../testing/show-screen.tsx'
import { WebScreen } from './web-screen.tsx'

const sites = [
  { id: 'library', names: { en: 'Library' }, host: 'library.example' },
  { id: 'work', names: { fr: 'Emploi' }, host: 'work.example' },
]
const page: WebPage = {
  siteId: 'library',
  isLoading: false,
  canGoBack: false,
  refusal: null,
  hasFailed: false,
  budget: { usedPercent: 0 },
}
const room = { x: 149, y: 149, width: 870, height: 451 }

/** jsdom gives nothing a size: elements lie where the test says, and tell it when it changes. */
const observers = new Set<() => void>()
let rect = { left: 148.4, top: 148.6, right: 1019.7, bottom: 600.2 }
beforeEach(() => {
  observers.clear()
  rect = { left: 148.4, top: 148.6, right: 1019.7, bottom: 600.2 }
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #told: () => void
      constructor(told: () => void) {
        this.#told = told
      }
      observe() {
        observers.add(this.#told)
        this.#told()
      }
      disconnect() {
        observers.delete(this.#told)
      }
    },
  )
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(() => rect as DOMRect)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function Covering() {
  useOverlayPresence(true)
  return null
}

function show(facts: FakeKioskFacts = {}) {
  const asked = {
    open: vi.fn<WebState['open']>(async () => undefined),
    place: vi.fn<WebState['place']>(async () => undefined),
    close: vi.fn<WebState['close']>(async () => undefined),
    back: vi.fn<WebState['back']>(async () => undefined),
    start: vi.fn<WebState['start']>(async () => undefined),
    refreshSites: vi.fn<WebState['refreshSites']>(async () => undefined),
  }
  const shown = showScreen(<WebScreen />, { ...facts, web: { sites, ...asked, ...facts.web } })
  const webBecomes = (state: Partial<WebState>) => act(() => shown.kiosk.web.setState(state))
  return { ...shown, ...asked, webBecomes }
}

async function showOpen(state: Partial<WebPage> = {}) {
  const shown = show()
  await shown.user.click(button('Library'))
  shown.webBecomes({ page: { ...page, ...state } })
  return shown
}

test('lists the sites, each by a name the person may understand and its address', () => {
  const { refreshSites } = show()
  expect(button('Library')).toBeDefined()
  expect(button('Emploi')).toBeDefined()
  expect(screen.getByText('work.example')).toBeDefined()
  expect(refreshSites).toHaveBeenCalledOnce()
})

test('says that the web is closed while there is no line, and when it opens again', () => {
  show({ line: { line: 'no-connection' } })
  expect(screen.getByRole('heading', { name: 'No connection: the web is closed' })).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Library' })).toBeNull()
})

test('says what would be here where no site is open', () => {
  show({ web: { sites: [] } })
  expect(screen.getByRole('heading', { name: 'No site is open' })).toBeDefined()
})

test('does not take a list that could not be read for an empty one', async () => {
  const { user, refreshSites } = show({ web: { sites: [], failure: 'INTERNAL' } })
  expect(screen.queryByText('No site is open')).toBeNull()
  await user.click(button('Try again'))
  expect(refreshSites).toHaveBeenCalledTimes(2)
})

test('opens a site in the room left for it, under a bar that names it and takes the focus', async () => {
  const { open, place } = await showOpen()
  expect(open).toHaveBeenCalledExactlyOnceWith('library', room)
  expect(place).toHaveBeenLastCalledWith(room, true)
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Library' }))
  expect(screen.getByText('library.example')).toBeDefined()
})

test('shows the shape of what comes until the page is there', async () => {
  const { user, place } = show()
  await user.click(button('Library'))
  expect(screen.getByLabelText('Loading')).toBeDefined()
  expect(place).toHaveBeenLastCalledWith(room, false)
})

test('follows its room when that changes size', async () => {
  const { place } = await showOpen()
  rect = { ...rect, bottom: 320 }
  act(() => observers.forEach(told => told()))
  expect(place).toHaveBeenLastCalledWith({ ...room, height: 171 }, true)
})

test('hides the page while anything lies over it', async () => {
  const { place, kiosk } = await showOpen()
  const over = showScreen(<Covering />)
  expect(place).toHaveBeenLastCalledWith(room, false)
  over.unmount()
  expect(place).toHaveBeenLastCalledWith(room, true)
  expect(kiosk.web.getState().page).toEqual(page)
})

test('says with a code that a page is not open here, and hides it', async () => {
  const refusal = { code: 'G-4F21', reason: 'no-rule', address: 'https://library.example/admin' }
  const { place, user, back } = await showOpen({ refusal, canGoBack: true })
  expect(screen.getByRole('heading', { name: 'This page is not open here' })).toBeDefined()
  expect(screen.getByText('Code G-4F21')).toBeDefined()
  expect(place).toHaveBeenLastCalledWith(room, false)
  const [, inTheRoom] = screen.getAllByRole('button', { name: 'Back' })
  await user.click(inTheRoom ?? document.body)
  expect(back).toHaveBeenCalledOnce()
})

const refusal = { code: 'W-1-18', reason: 'path-not-listed', address: 'library.example/admin' }
const asked = { siteId: 'library', address: 'library.example/admin', code: 'W-1-18' }

test('a refused page can be asked for, once, and then says where the request is', async () => {
  const askForPage = vi.fn<KioskActions['askForPage']>(async () => ({ status: 'recorded', operationId: requestId(1) }))
  const { user, webBecomes, requestsBecome } = show({ actions: { askForPage } })
  await user.click(button('Library'))
  webBecomes({ page: { ...page, refusal } })
  await user.click(button('Ask for this page'))
  expect(askForPage).toHaveBeenCalledExactlyOnceWith(asked)
  requestsBecome([{ ...medicalRequest, kind: 'web', owner: 'technician', page: asked }])
  expect(screen.getByText('You asked for this page. You find it in My requests.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Ask for this page' })).toBeNull()
  requestsBecome([{ ...medicalRequest, kind: 'web', owner: 'technician', page: asked, state: 'cancelled' }])
  expect(button('Ask for this page')).toBeDefined()
})

test('says so when asking could not be recorded', async () => {
  const askForPage = vi.fn<KioskActions['askForPage']>(async () => ({ status: 'not-recorded', code: 'JOURNAL_FULL' }))
  const { user, webBecomes } = show({ actions: { askForPage } })
  await user.click(button('Library'))
  webBecomes({ page: { ...page, refusal } })
  await user.click(button('Ask for this page'))
  expect(screen.getByText(/could not be recorded/)).toBeDefined()
  expect(button('Ask for this page')).toBeDefined()
})

test('what is no page, as the address of a mail, cannot be asked for', async () => {
  await showOpen({ refusal: { ...refusal, address: 'mailto:' } })
  expect(screen.queryByRole('button', { name: 'Ask for this page' })).toBeNull()
})

test.each([
  ['budget-spent', 'Today’s use of this site is spent', /^It opens again tomorrow/, false],
  ['site-expired', 'This site is no longer open', /approval has come to its end/, true],
  ['site-closed', 'The prison has closed this site', /Other sites are open/, false],
  ['rule-closed', 'The prison has closed this part of the site', /The rest of the site is open/, false],
  ['path-not-listed', 'This page is not open here', /has not approved it/, true],
])('says of %s what is true, and offers only what can help', async (reason, title, text, isAskable) => {
  await showOpen({ refusal: { ...refusal, reason } })
  expect(screen.getByRole('heading', { name: title })).toBeDefined()
  expect(screen.getByRole('alert').textContent).toMatch(text)
  expect(screen.queryAllByRole('button', { name: 'Ask for this page' })).toHaveLength(isAskable ? 1 : 0)
})

/** Where it is said that little is left; empty while it is not. */
function lowLeft() {
  return screen.getByRole('status', { name: 'Use of this site today' })
}

test.each([
  [0, '0 % of today’s use', ''],
  [12, '12 % of today’s use', ''],
  [80, '80 % of today’s use', 'Little left today'],
  [99, '99 % of today’s use', 'Little left today'],
  [100, '100 % of today’s use', 'Spent for today'],
])('at %d %% says how much of the day’s use is spent, and in a word when little is left', async (used, share, word) => {
  await showOpen({ budget: { usedPercent: used } })
  expect(screen.getByText(share)).toBeDefined()
  expect(lowLeft().textContent).toBe(word)
})

test('reads out that little is left when it becomes so, from a place that was there before', async () => {
  const { webBecomes } = await showOpen({ budget: { usedPercent: 79 } })
  const place = lowLeft()
  webBecomes({ page: { ...page, budget: { usedPercent: 81 } } })
  expect(lowLeft()).toBe(place)
  expect(place.textContent).toBe('Little left today')
})

test('says that all is spent where the gateway says so, whatever was counted here', async () => {
  await showOpen({ budget: { usedPercent: 12 }, refusal: { ...refusal, reason: 'budget-spent' } })
  expect(screen.getByText('Spent for today')).toBeDefined()
})

test('tries again where the site does not answer', async () => {
  const { user, start, place } = await showOpen({ hasFailed: true })
  expect(screen.getByRole('heading', { name: 'The site does not answer' })).toBeDefined()
  expect(place).toHaveBeenLastCalledWith(room, false)
  await user.click(button('Try again'))
  expect(start).toHaveBeenCalledOnce()
})

test('opens it once more where it could not be opened', async () => {
  const { user, open, webBecomes } = show()
  await user.click(button('Library'))
  webBecomes({ failure: 'WEB_SITE_UNKNOWN' })
  await user.click(button('Try again'))
  expect(open).toHaveBeenCalledTimes(2)
})

test('closes the page when the line goes, and opens it anew when it is back', async () => {
  const { kiosk, place, open, close } = await showOpen({ canGoBack: true })
  act(() => kiosk.line.setState({ line: 'no-connection' }))
  expect(screen.getByRole('heading', { name: 'No connection: the web is closed' })).toBeDefined()
  expect(place).toHaveBeenLastCalledWith(room, false)
  expect(close).toHaveBeenCalledTimes(1)
  expect(button('Back').disabled).toBe(true)
  expect(button('First page').disabled).toBe(true)
  expect(button('Close').disabled).toBe(false)
  act(() => kiosk.line.setState({ line: 'connected' }))
  expect(open).toHaveBeenCalledTimes(2)
})

test('says that a site was closed from behind, and leads to the others', async () => {
  const { user, webBecomes } = await showOpen()
  webBecomes({ page: null })
  expect(screen.getByRole('heading', { name: 'The site was closed' })).toBeDefined()
  await user.click(button('To the sites'))
  expect(button('Library')).toBeDefined()
})

test('closes the page with its bar, or with the screen', async () => {
  const { user, close, unmount } = await showOpen()
  await user.click(button('Close'))
  expect(close).toHaveBeenCalledTimes(1)
  await user.click(button('Library'))
  unmount()
  expect(close).toHaveBeenCalledTimes(2)
})
