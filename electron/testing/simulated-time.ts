import type { Later } from '../control/later.ts'

interface Timer {
  readonly dueMs: number
  readonly run: () => void
}

/** A machine's clock, its timers and its wall clock, which move only when told. */
export interface SimulatedTime {
  readonly uptimeMs: () => number
  readonly wallMs: () => number
  readonly later: Later
  /** Lets time pass, running what falls due, each at its own moment, and whatever that sets going. */
  readonly pass: (ms: number) => Promise<void>
  /** Sets the wall clock on or back. Nothing else moves. */
  readonly setWall: (byMs: number) => void
  /** Switches the machine off for a while: timers are gone, and the machine's clock begins anew. */
  readonly switchOff: (offMs: number) => void
  readonly timers: () => number
}

export function createSimulatedTime(wallAt = '2026-11-22T10:00:00.000Z'): SimulatedTime {
  const at = { uptimeMs: 60_000, wallMs: Date.parse(wallAt) }
  const timers = new Set<Timer>()
  const forward = (ms: number): void => {
    at.uptimeMs += ms
    at.wallMs += ms
  }
  const nextDue = (endMs: number): Timer | undefined =>
    [...timers].filter(({ dueMs }) => dueMs <= endMs).toSorted((a, b) => a.dueMs - b.dueMs)[0]
  return {
    uptimeMs: () => at.uptimeMs,
    wallMs: () => at.wallMs,
    later: (run, delayMs) => {
      const timer = { run, dueMs: at.uptimeMs + delayMs }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass: async ms => {
      const endMs = at.uptimeMs + ms
      await settle()
      for (let due = nextDue(endMs); due !== undefined; due = nextDue(endMs)) {
        timers.delete(due)
        forward(Math.max(0, due.dueMs - at.uptimeMs))
        due.run()
        await settle()
      }
      forward(endMs - at.uptimeMs)
    },
    setWall: byMs => {
      at.wallMs += byMs
    },
    switchOff: offMs => {
      timers.clear()
      at.wallMs += offMs
      at.uptimeMs = 5000
    },
    timers: () => timers.size,
  }
}

/** Until everything that was resolved has been answered. Signatures are verified on another thread, hence more than one turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise<void>(resolve => {
      setImmediate(resolve)
    })
  }
}
