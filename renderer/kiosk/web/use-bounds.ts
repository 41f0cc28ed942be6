import type { Bounds } from '#shared/contracts/bridge.ts'
import { type RefObject, useEffect, useState } from 'react'

/** Where an element lies on the page, in whole CSS pixels, as the main process wants it. */
export function measure(element: HTMLElement): Bounds {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const x = Math.max(0, Math.ceil(left))
  const y = Math.max(0, Math.ceil(top))
  // Rounded inwards: the page must not lie over the edge of what is around its room.
  return { x, y, width: Math.max(1, Math.floor(right) - x), height: Math.max(1, Math.floor(bottom) - y) }
}

/** The same, again whenever it changes size; null until it is there. */
export function useBounds(element: RefObject<HTMLElement | null>): Bounds | null {
  const [bounds, setBounds] = useState<Bounds | null>(null)
  useEffect(() => {
    const { current } = element
    if (current === null) return undefined
    const observer = new ResizeObserver(() => setBounds(measure(current)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return bounds
}
