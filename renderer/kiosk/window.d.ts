import type { Bridge } from '#renderer/data/bridge-client.ts'

declare global {
  interface Window {
    /** The preload's one gift to the page: see `electron/preload/kiosk.ts`. */
    readonly guichet: Bridge
  }
}
