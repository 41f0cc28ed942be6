import type { Closure, OpenState } from '#shared/contracts/closure.ts'
import { useStore } from 'zustand'
import type { Place } from '../navigation.ts'
import { evaluateClosure } from './evaluate-closure.ts'
import { useEntrance } from './kiosk-context.tsx'

/** What is open here for whoever is signed in; `undefined` until it is known. */
export function useOpenState(): OpenState | undefined {
  return useStore(useEntrance().openState, ({ known }) => known)
}

/** Why a place is closed, null where it is open. */
export function useClosure(place: Place): Closure | null {
  return evaluateClosure(useOpenState(), place)
}
