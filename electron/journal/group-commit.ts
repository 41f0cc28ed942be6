/** Gathers what arrives while a commit is under way into the next one. */
export interface GroupCommit<Item> {
  add(item: Item): void
  /** Resolves when nothing is waiting and nothing is under way. */
  idle(): Promise<void>
}

/**
 * Calls `commit` with all that was added since the last call, one call at a time, in the order of `add`.
 *
 *  - What is added in one turn of the event loop goes into one commit.
 *  - `commit` must not reject: it answers each item itself.
 */
export function createGroupCommit<Item>(commit: (items: readonly Item[]) => Promise<void>): GroupCommit<Item> {
  let waiting: Item[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    // Lets the callers of this turn in first.
    await Promise.resolve()
    while (waiting.length > 0) {
      const items = waiting
      waiting = []
      await commit(items)
    }
    running = undefined
  }

  return {
    add(item) {
      waiting.push(item)
      running ??= run()
    },
    idle: () => running ?? Promise.resolve(),
  }
}
