/** Tells whoever subscribed that something changed. */
export interface ChangeSignal {
  readonly subscribe: (listener: () => void) => () => void
  readonly signal: () => void
}

export function createChangeSignal(): ChangeSignal {
  const listeners = new Set<() => void>()
  return {
    subscribe: listener => {
      // Its own key: the same function may listen twice, and each stops only itself.
      const entry = () => listener()
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    signal: () => {
      for (const listener of listeners) listener()
    },
  }
}
