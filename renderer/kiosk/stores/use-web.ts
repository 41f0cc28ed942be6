import { useStore } from 'zustand'
import { useKiosk } from './kiosk-context.tsx'
import type { WebState } from './web-store.ts'

/** The sites open to the signed-in person, the one in front, and what moves it. */
export function useWeb(): WebState {
  return useStore(useKiosk().web)
}
