import type { SyncClock } from '#renderer/data/sync-loop.ts'

export interface IdleLock {
  /** Begins to watch. */
  readonly start: () => void
  readonly acted: () => void
  readonly stop: () => void
}

/** Calls `onIdle` once after nobody acted for `limitMs()`, which may differ from one moment to the next. */
export function createIdleLock(clock: SyncClock, limitMs: () => number, onIdle: () => void): IdleLock {
  let lastActMs = clock.now()
  let callOff = (): void => undefined

  function look(): void {
    const leftMs = lastActMs + limitMs() - clock.now()
    if (leftMs <= 0) onIdle()
    // Looking now and then rather than once at the end: the limit shrinks when the person leaves the web.
    else callOff = clock.after(Math.min(leftMs, 10_000), look)
  }

  return {
    start: () => {
      callOff()
      lastActMs = clock.now()
      look()
    },
    acted: () => {
      lastActMs = clock.now()
    },
    stop: () => callOff(),
  }
}
