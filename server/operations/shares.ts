import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Keeps one from taking the place of all. */
export interface Shares<Key> {
  /** Does `work` while `key` holds `amount`. Throws `SERVER_BUSY` where it would hold more than its share. */
  readonly take: <Result>(key: Key, amount: number, work: () => Promise<Result>) => Promise<Result>
}

export function createShares<Key>(most: number): Shares<Key> {
  const held = new Map<Key, number>()
  return {
    take: async (key, amount, work) => {
      const before = held.get(key) ?? 0
      if (before + amount > most) throw new GuichetError('SERVER_BUSY', 'one has too much waiting')
      held.set(key, before + amount)
      try {
        return await work()
      } finally {
        const left = (held.get(key) ?? 0) - amount
        if (left > 0) held.set(key, left)
        else held.delete(key)
      }
    },
  }
}
