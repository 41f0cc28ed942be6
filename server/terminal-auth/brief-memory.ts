/** Remembers answers for a short time, and then really lets go of them: ten thousand keys are megabytes. */
export interface BriefMemory<Key, Value> {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => void
  readonly delete: (key: Key) => void
  /** How many are held, stale ones that were not let go of yet among them. */
  readonly size: () => number
}

export interface BriefMemoryLimits {
  readonly forMs: number
  /** Beyond that the oldest goes: whoever asks for made-up keys fills no more than this. */
  readonly most: number
}

export function createBriefMemory<Key, Value>(
  { forMs, most }: BriefMemoryLimits,
  clock: () => Date,
): BriefMemory<Key, Value> {
  const held = new Map<Key, { readonly sinceMs: number; readonly value: Value }>()
  let timer: NodeJS.Timeout | undefined

  // Both ways: a clock that was set back must not keep anything longer.
  const isFresh = ({ sinceMs }: { readonly sinceMs: number }): boolean => Math.abs(clock().getTime() - sinceMs) < forMs
  const sweep = (): void => {
    timer = undefined
    for (const [key, one] of held) if (!isFresh(one)) held.delete(key)
    if (held.size > 0) plan()
  }
  const plan = (): void => {
    timer ??= setTimeout(sweep, forMs).unref()
  }
  return {
    get: key => {
      const one = held.get(key)
      return one !== undefined && isFresh(one) ? one.value : undefined
    },
    set: (key, value) => {
      // Deleted first, so that the order is that of age.
      held.delete(key)
      held.set(key, { sinceMs: clock().getTime(), value })
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
      plan()
    },
    delete: key => {
      held.delete(key)
    },
    size: () => held.size,
  }
}
