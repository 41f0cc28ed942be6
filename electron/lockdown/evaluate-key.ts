import type { Input } from 'electron'

export type KeyDecision = { readonly effect: 'pass' } | { readonly effect: 'ignore' }

/** The part of Electron's key event that counts. */
export type KeyInput = Pick<Input, 'key' | 'control' | 'alt' | 'meta' | 'modifiers'>

const editing = new Set([
  'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Backspace', 'Delete', 'End', 'Enter', 'Escape', 'Home',
  'PageDown', 'PageUp', 'Tab',
]) // prettier-ignore

/** Keys that only change what the next one means. */
const preparing = new Set([
  'Alt', 'AltGraph', 'CapsLock', 'Compose', 'Control', 'Dead', 'NumLock', 'Process', 'Shift', 'Unidentified',
]) // prettier-ignore

/** With Ctrl: move by words, select all, take back. No copying: what one wrote must not reach who comes next. */
const withControl = new Set(['a', 'z', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete'])

const pass = { effect: 'pass' } as const
const ignore = { effect: 'ignore' } as const

/**
 * Decides whether a key press reaches the page. What is not for typing, moving or leaving a field does not:
 * Ctrl, Alt and Super shortcuts, function keys, browser, media, print and help keys.
 *
 * AltGr passes with one character: without it a Belgian or German keyboard has no `@` and no `€`.
 */
export function evaluateKey({ key, control, alt, meta, modifiers }: KeyInput): KeyDecision {
  if (preparing.has(key)) return pass
  const isCharacter = /^.$/u.test(key)
  if (modifiers.some(modifier => modifier.toLowerCase() === 'altgr')) return isCharacter ? pass : ignore
  if (alt || meta) return ignore
  if (control) return withControl.has(isCharacter ? key.toLowerCase() : key) ? pass : ignore
  return isCharacter || editing.has(key) ? pass : ignore
}
