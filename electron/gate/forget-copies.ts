/** The system's clipboard, as both versions of Electron give it: the newer one has the selection's beside it. */
export interface Copies {
  clear(type?: 'selection'): void
  readonly selection?: { clear(): void }
}

/**
 * Forgets what was copied, and what was merely selected, which a mouse's third button pastes. No page may keep anything there
 * for who comes next, or find what somebody left: it may paste without any permission being asked for.
 */
export function forgetCopies(copies: Copies): void {
  copies.clear()
  if (copies.selection === undefined) copies.clear('selection')
  else copies.selection.clear()
}
