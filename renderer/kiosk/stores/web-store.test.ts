import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import { type ErrorCode, GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test, vi } from 'vitest'
import { createWebKeeper } from './web-store.ts'

const bounds = { x: 0, y: 0, width: 800, height: 400 }
const page = {
  siteId: 'library',
  isLoading: false,
  canGoBack: false,
  refusal: null,
  hasFailed: false,
  budget: { usedPercent: 0 },
}

/** A main process that refuses the channels named. */
function keeperRefusing(...refused: readonly string[]) {
  return keeperRefusingWith('WEB_SITE_UNKNOWN', refused)
}

function keeperRefusingWith(code: ErrorCode, refused: readonly string[]) {
  const refusedAsClosed = vi.fn<() => Promise<void>>(async () => undefined)
  const asked = vi.fn<(name: string) => void>()
  const bridge = {
    call: async (name: string) => {
      asked(name)
      if (refused.includes(name)) throw new GuichetError(code, 'refused')
      return { sites: [] }
    },
    onEvent: () => () => undefined,
  } as BridgeClient
  return { asked, refusedAsClosed, ...createWebKeeper(bridge, refusedAsClosed) }
}

test('keeps why a site could not be opened while its place is kept in step', async () => {
  const { store } = keeperRefusing('web:open')
  await store.getState().open('library', bounds)
  await store.getState().place(bounds, false)
  await store.getState().close()
  expect(store.getState().failure).toBe('WEB_SITE_UNKNOWN')
})

test('does not take a view that could not be moved for a site that does not answer', async () => {
  const { store } = keeperRefusing('web:place', 'web:close')
  await store.getState().place(bounds, true)
  await store.getState().close()
  expect(store.getState().failure).toBeNull()
})

test('asks what is open when a site is refused because it is closed, and for no other reason', async () => {
  const closed = keeperRefusingWith('SERVICE_CLOSED', ['web:open'])
  await closed.store.getState().open('library', bounds)
  expect(closed.refusedAsClosed).toHaveBeenCalledOnce()
  const other = keeperRefusing('web:open')
  await other.store.getState().open('library', bounds)
  expect(other.refusedAsClosed).not.toHaveBeenCalled()
})

test('forgets an earlier failure when another site is asked for', async () => {
  const { store } = keeperRefusing('web:sites')
  await store.getState().refreshSites()
  expect(store.getState()).toMatchObject({ sites: [], failure: 'WEB_SITE_UNKNOWN' })
  await store.getState().open('library', bounds)
  expect(store.getState().failure).toBeNull()
})

test('shows what the main process reports, until it reports the end', () => {
  const { store, pageEvent } = keeperRefusing()
  pageEvent({ event: 'web-state', ...page })
  expect(store.getState().page).toEqual(page)
  pageEvent({ event: 'web-closed' })
  expect(store.getState().page).toBeNull()
})

test('leaves nothing of one person to the next', async () => {
  const { store, pageEvent, signedOut } = keeperRefusing()
  await store.getState().refreshSites()
  pageEvent({ event: 'web-state', ...page })
  signedOut()
  expect(store.getState()).toMatchObject({ sites: undefined, page: null, failure: null })
})
