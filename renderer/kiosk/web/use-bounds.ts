import type { Bounds } from '#shared/contracts/bridge.ts'
import { type RefObject, useEffect, useState } from 'react'

/** Where an element lies on the page, in whole CSS pixels, as the main process wants it. */
export function measure(element: HTMLElement): Bounds {
  const { x, y, width, height } = element.getBoundingClientRect()
  return {
    x: Math.max(0, Math.round(x)),
    y: Math.max(0, Math.round(y)),
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
  }
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
