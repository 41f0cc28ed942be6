import type { ComponentType } from 'react'
import type { StoreApi } from 'zustand'
import type { LineState } from './line-store.ts'
import type { OpenStateHeld } from './open-state-store.ts'
import type { SessionState } from './session-store.ts'

/** The technician's screen, in the place of the sign-in. */
export interface ServiceScreenProps {
  readonly onLeave: () => void
}

/** What there is before anybody has signed in: who may, the line, what is open, the time. All the sign-in screen stands on. */
export interface Entrance {
  readonly session: StoreApi<SessionState>
  readonly line: StoreApi<LineState>
  readonly openState: StoreApi<OpenStateHeld>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Brings the technician's screen, which nobody else needs. */
  readonly loadService: () => Promise<ComponentType<ServiceScreenProps>>
}
