import { useEffect } from 'react'
import type { StaffApi } from './staff-api.ts'

/** How often the server is told at most that somebody is here, in milliseconds. */
const TELL_EVERY_MS = 60_000

/** Keeps the session while somebody touches or types. Looking on does not. */
export function usePresence(api: Pick<StaffApi, 'use'>): void {
  useEffect(() => {
    let toldAt = performance.now()
    const tell = () => {
      if (performance.now() - toldAt < TELL_EVERY_MS) return
      toldAt = performance.now()
      // Whether it was heard shows with the next request.
      void api.use().catch(() => undefined)
    }
    addEventListener('pointerdown', tell)
    addEventListener('keydown', tell)
    return () => {
      removeEventListener('pointerdown', tell)
      removeEventListener('keydown', tell)
    }
  }, [api])
}
