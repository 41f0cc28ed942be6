import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on the heading of a screen that appears, so that who listens or uses keys starts there. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return heading
}
