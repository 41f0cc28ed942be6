import { useStore } from 'zustand'
import { useEntrance } from './kiosk-context.tsx'
import type { SessionState } from './session-store.ts'

/** `useSession(session => session.person)`: pick one thing, so that a screen redraws only for that. */
export function useSession<Picked>(pick: (session: SessionState) => Picked): Picked {
  return useStore(useEntrance().session, pick)
}
