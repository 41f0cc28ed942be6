import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { PageEvent } from '#shared/contracts/bridge.ts'
import type { OpenState } from '#shared/contracts/closure.ts'
import { createStore, type StoreApi } from 'zustand'

export interface OpenStateHeld {
  /** What is open here for whoever is signed in; `undefined` until the main process has said so. */
  readonly known: OpenState | undefined

  /** Asks again. What was known stays while there is no answer. */
  readonly refresh: () => Promise<void>
}

export interface OpenStateKeeper {
  readonly store: StoreApi<OpenStateHeld>
  readonly pageEvent: (event: PageEvent) => void
  /** What was closed for one person is nobody else's to see. */
  readonly signedOut: () => void
}

/**
 * What is open, as the main process says it. The page decides nothing here, and what it shows opens nothing: the main process
 * refuses what is closed whatever the page believes.
 *
 *  - What the main process tells unasked is newer than any answer that was still under way.
 */
export function createOpenStateKeeper(bridge: BridgeClient): OpenStateKeeper {
  let told = 0
  const store = createStore<OpenStateHeld>(set => ({
    known: undefined,
    refresh: async () => {
      const before = told
      const known = await tryCall(bridge, 'terminal:open-state', {})
      if (known !== null && told === before) set({ known })
    },
  }))
  const become = (known: OpenState | undefined) => {
    told += 1
    store.setState({ known })
  }
  return {
    store,
    pageEvent: event => {
      if (event.event === 'open-state') become(event.state)
    },
    signedOut: () => become(undefined),
  }
}
