import { useCallback, useSyncExternalStore } from 'react'

/** Room for the cart beside the goods. */
export const WIDE = '(min-width: 1200px)'
/** So low that the on-screen keyboard leaves room for little else. */
export const LOW = '(max-height: 699px)'

/** Whether the screen fits a media query, now and when it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = globalThis.matchMedia?.(query)
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia?.(query).matches ?? false)
}
