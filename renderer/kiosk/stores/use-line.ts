import { useStore } from 'zustand'
import { useEntrance } from './kiosk-context.tsx'
import type { LineState } from './line-store.ts'

/** What the frame says about the line. */
export function useLine(): LineState {
  return useStore(useEntrance().line)
}
