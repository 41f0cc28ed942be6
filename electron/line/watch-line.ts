import type { LineAnswer } from './terminal-line.ts'

/** Tells when the server answers again after it could not be reached. */
export interface LineWatch {
  readonly note: (status: LineAnswer['status']) => void
  readonly onBack: (told: () => void) => void
}

export function createLineWatch(): LineWatch {
  const listeners: (() => void)[] = []
  let isGone = false
  return {
    note: status => {
      const wasGone = isGone
      isGone = status === 'unreachable'
      if (wasGone && !isGone) for (const told of listeners) told()
    },
    onBack: told => {
      listeners.push(told)
    },
  }
}
