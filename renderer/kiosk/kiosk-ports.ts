import { GuichetDatabase } from '#renderer/data/database.ts'
import type { SyncClock } from '#renderer/data/sync-loop.ts'
import { type OperationId, operationIdSchema } from '#shared/contracts/ids.ts'
import { v7 } from 'uuid'

/** What of the browser a kiosk stands on, so that a test can bring its own. */
export interface KioskPorts {
  readonly db: GuichetDatabase
  readonly clock: SyncClock
  /** Yields [0, 1). */
  readonly random: () => number
  readonly mintId: () => OperationId
  /** Calls back for whatever the person does on the page; returns what stops listening. */
  readonly onInput: (acted: () => void) => () => void
}

const inputEvents = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

export function browserPorts(): KioskPorts {
  return {
    db: new GuichetDatabase(),
    clock: {
      now: () => Date.now(),
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
    },
    random: () => Math.random(),
    mintId: () => operationIdSchema.parse(v7()),
    onInput: acted => {
      const listening = new AbortController()
      for (const event of inputEvents) {
        // Captured at the window: no widget can keep it from being seen.
        window.addEventListener(event, acted, { capture: true, passive: true, signal: listening.signal })
      }
      return () => listening.abort()
    },
  }
}
