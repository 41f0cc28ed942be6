import { useEffect, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let shown = 0

function change(by: number): void {
  shown += by
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Declares, while it is mounted, that something lies over the screen. */
export function useOverlayPresence(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined
    change(1)
    return () => change(-1)
  }, [isShown])
}

/** Whether a dialog or panel lies over the screen. A web view, which is above the page, has to make way for it. */
export function useIsCovered(): boolean {
  return useSyncExternalStore(subscribe, () => shown > 0)
}
