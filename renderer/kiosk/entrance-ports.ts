import type { SyncClock } from '#renderer/data/sync-loop.ts'

/** What of the browser the sign-in screen stands on, so that a test can bring its own. */
export interface EntrancePorts {
  readonly clock: SyncClock
  /** Calls back for whatever the person does on the page; returns what stops listening. */
  readonly onInput: (acted: () => void) => () => void
  /** Calls back once what is on the screen by now has been painted. */
  readonly whenPainted: (run: () => void) => void
}

const inputEvents = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const
/** A window that is not shown paints nothing; what waits for a picture does not wait longer than this. */
const PAINT_LIMIT_MS = 500

export const browserEntrancePorts: EntrancePorts = {
  clock: {
    now: () => Date.now(),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
  },
  onInput: acted => {
    const listening = new AbortController()
    for (const event of inputEvents) {
      // Captured at the window: no widget can keep it from being seen.
      window.addEventListener(event, acted, { capture: true, passive: true, signal: listening.signal })
    }
    return () => listening.abort()
  },
  whenPainted: run => {
    requestIdleCallback(run, { timeout: PAINT_LIMIT_MS })
  },
}
