import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** How long the clock is held. Long enough that nobody does it by chance. */
export const HOLD_MS = 5000

const letGo = ['pointerup', 'pointercancel', 'pointerleave'] as const

/**
 * The way to the service screen: five seconds on what the reference is put on, or Ctrl+Alt+Shift+S. It opens a question and
 * nothing else, so who finds it by chance has found nothing.
 */
export function useServiceDoor(onService: () => void): RefObject<HTMLSpanElement | null> {
  const ref = useRef<HTMLSpanElement>(null)
  const ask = useEffectEvent(() => onService())
  useEffect(() => {
    const door = ref.current
    if (door === null) return undefined
    const listening = new AbortController()
    const { signal } = listening
    let holding: ReturnType<typeof setTimeout> | undefined
    const release = () => clearTimeout(holding)
    const hold = () => {
      release()
      holding = setTimeout(() => ask(), HOLD_MS)
    }
    const press = (event: KeyboardEvent) => {
      if (isServiceKeys(event)) ask()
    }
    door.addEventListener('pointerdown', hold, { signal })
    for (const event of letGo) door.addEventListener(event, release, { signal })
    door.addEventListener('contextmenu', event => event.preventDefault(), { signal })
    document.addEventListener('keydown', press, { signal })
    return () => {
      listening.abort()
      release()
    }
  }, [])
  return ref
}

function isServiceKeys({ code, ctrlKey, altKey, shiftKey, metaKey, repeat }: KeyboardEvent): boolean {
  return code === 'KeyS' && ctrlKey && altKey && shiftKey && !metaKey && !repeat
}
