export interface WriteBehind {
  /** Something changed: it is written within `delayMs`, together with whatever else changes until then. */
  readonly changed: () => void
  /** The same, at once, or as soon as the write that is under way has ended. */
  readonly changedNow: () => void
}

export interface WriteBehindParts {
  /** Writes everything as it then is. */
  readonly write: () => Promise<void>
  readonly later: (run: () => void, delayMs: number) => void
  readonly delayMs: number
  readonly onNotWritten: (error: unknown) => void
}

/** Writes what changes without anybody waiting for it: one write at a time, and none where nothing changed. */
export function createWriteBehind({ write, later, delayMs, onNotWritten }: WriteBehindParts): WriteBehind {
  let isChanged = false
  let isPlanned = false
  let isWriting = false
  let isUrgent = false

  const writeNow = async (): Promise<void> => {
    if (isWriting || !isChanged) return
    isChanged = false
    isWriting = true
    await write().catch(onNotWritten)
    isWriting = false
    if (isUrgent) changedNow()
    else if (isChanged) changed()
  }
  const changed = (): void => {
    isChanged = true
    if (isPlanned) return
    isPlanned = true
    later(() => {
      isPlanned = false
      void writeNow()
    }, delayMs)
  }
  const changedNow = (): void => {
    isChanged = true
    isUrgent = isWriting
    void writeNow()
  }
  return { changed, changedNow }
}
