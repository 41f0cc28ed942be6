import type { BridgeClient, ChannelInput } from '#renderer/data/bridge-client.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { Bounds, PageEvent, WebSite } from '#shared/contracts/bridge.ts'
import { type ErrorCode, toPublicError } from '#shared/errors/guichet-error.ts'
import { createStore, type StoreApi } from 'zustand'

export type WebPage = Omit<Extract<PageEvent, { event: 'web-state' }>, 'event'>

export interface WebState {
  /** `undefined` while not read yet; empty when nothing is open to this person. */
  readonly sites: readonly WebSite[] | undefined
  /** The site in front, null when none is open. */
  readonly page: WebPage | null
  /** Why the last site, page or list asked for did not come; null when it did. */
  readonly failure: ErrorCode | null

  readonly refreshSites: () => Promise<void>
  readonly open: (siteId: string, bounds: Bounds) => Promise<void>
  /** Moves or hides the view; call it whenever the place kept for it on the screen changes. */
  readonly place: (bounds: Bounds, isVisible: boolean) => Promise<void>
  readonly back: () => Promise<void>
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface WebKeeper {
  readonly store: StoreApi<WebState>
  readonly pageEvent: (event: PageEvent) => void
  readonly signedOut: () => void
}

type MovingChannel = 'web:open' | 'web:go'

/** The web as the main process reports it: the page never guesses what is in front. */
export function createWebKeeper(bridge: BridgeClient, refusedAsClosed: () => Promise<void>): WebKeeper {
  const store = createStore<WebState>(set => {
    const ask = async <Name extends MovingChannel>(name: Name, input: ChannelInput<Name>): Promise<void> => {
      set({ failure: null })
      try {
        await bridge.call(name, input)
      } catch (error) {
        const { code } = toPublicError(error)
        // A warden closed it before this page had heard so.
        if (code === 'SERVICE_CLOSED') await refusedAsClosed()
        set({ failure: code })
      }
    }
    return {
      sites: undefined,
      page: null,
      failure: null,
      refreshSites: async () => {
        try {
          const { sites } = await bridge.call('web:sites', {})
          set({ sites, failure: null })
        } catch (error) {
          set(state => ({ sites: state.sites ?? [], failure: toPublicError(error).code }))
        }
      },
      open: async (siteId, bounds) => ask('web:open', { siteId, bounds }),
      place: async (bounds, isVisible) => void (await tryCall(bridge, 'web:place', { bounds, visible: isVisible })),
      back: async () => ask('web:go', { to: 'back' }),
      start: async () => ask('web:go', { to: 'start' }),
      close: async () => void (await tryCall(bridge, 'web:close', {})),
    }
  })

  return {
    store,
    pageEvent: ({ event, ...page }) => {
      if (event === 'web-state' && 'siteId' in page) store.setState({ page })
      if (event === 'web-closed') store.setState({ page: null })
    },
    signedOut: () => store.setState({ sites: undefined, page: null, failure: null }),
  }
}
