import type { StoreApi } from 'zustand'
import type { LineState } from './line-store.ts'
import type { SessionState } from './session-store.ts'

/** What there is before anybody has signed in: who may, the line, the time. All the sign-in screen stands on. */
export interface Entrance {
  readonly session: StoreApi<SessionState>
  readonly line: StoreApi<LineState>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}
