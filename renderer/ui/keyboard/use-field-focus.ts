import { useEffect } from 'react'
import type { TypingField } from './type-into.ts'

/** Marks a field that the on-screen keyboard may write into. */
export const keyboardFieldProps = { 'data-typing-field': '' } as const

/**
 * Shows the keyboard for a field that is touched, and moves it along while it is shown.
 *
 *  - A field reached by mouse or by a real keyboard does not call it up: who has one does not need ours.
 *  - It goes when the focus leaves, but not before a press under way has landed: keys that go away under a
 *    finger would move the button it was meant for.
 */
export function useFieldFocus(current: TypingField | undefined, change: (field: TypingField | undefined) => void) {
  useEffect(() => {
    const touch = { isLast: false, isDown: false }
    const leave = () => {
      if (!touch.isDown && !isTypingField(document.activeElement)) change(undefined)
    }
    const settle = () => {
      touch.isDown = false
      setTimeout(leave)
    }
    const press = (event: PointerEvent) => {
      touch.isLast = event.pointerType === 'touch'
      touch.isDown = true
    }
    // Not before the touch has landed: keys that come under a finger would move the field away from it.
    const land = ({ target }: MouseEvent) => {
      if (touch.isLast && isTypingField(target)) change(target)
    }
    const enter = ({ target }: FocusEvent) => {
      if (isTypingField(target) && current !== undefined) change(target)
    }
    const lose = () => setTimeout(leave)

    const listening = new AbortController()
    const options = { capture: true, signal: listening.signal }
    document.addEventListener('pointerdown', press, options)
    document.addEventListener('pointerup', settle, options)
    document.addEventListener('pointercancel', settle, options)
    document.addEventListener('click', land, options)
    document.addEventListener('focusin', enter, options)
    document.addEventListener('focusout', lose, options)
    return () => listening.abort()
  }, [current, change])
}

function isTypingField(target: EventTarget | null): target is TypingField {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && 'typingField' in target.dataset
}
