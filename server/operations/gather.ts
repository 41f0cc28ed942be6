import { GuichetError } from '#shared/errors/guichet-error.ts'

export interface GatherSettings {
  /** The most items that go together, unless one caller brings more by itself. */
  readonly maxItems: number
  /** How many groups are worked on at once. */
  readonly maxRunning: number
  /** How many items may wait. Whoever comes after is sent away at once, so that memory has an end. */
  readonly maxWaiting: number
}

interface Waiting<In, Out> {
  readonly items: readonly In[]
  readonly resolve: (results: readonly Out[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets callers that come while others are being served go together: one transaction for a prison's worth of
 * terminals that come back at once, and no waiting for the one that comes alone.
 *
 *  - A caller's items stay together and in their order; callers are served in the order they came.
 *  - `work` answers one result for each item, in their order. If it fails, every caller of the group fails.
 *  - Throws `SERVER_BUSY` when too many wait already.
 */
export function gather<In, Out>(
  work: (items: readonly In[]) => Promise<readonly Out[]>,
  { maxItems, maxRunning, maxWaiting }: GatherSettings,
): (items: readonly In[]) => Promise<readonly Out[]> {
  const queue: Waiting<In, Out>[] = []
  let running = 0
  let waiting = 0

  const serve = async (group: readonly Waiting<In, Out>[]): Promise<void> => {
    running += 1
    try {
      const results = await work(group.flatMap(({ items }) => items))
      let from = 0
      for (const { items, resolve } of group) {
        resolve(results.slice(from, from + items.length))
        from += items.length
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    } finally {
      running -= 1
      serveNext()
    }
  }
  const serveNext = (): void => {
    if (running >= maxRunning || queue.length === 0) return
    const group = takeGroup(queue, maxItems)
    for (const { items } of group) waiting -= items.length
    void serve(group)
  }
  return items =>
    new Promise((resolve, reject) => {
      if (waiting >= maxWaiting) throw new GuichetError('SERVER_BUSY', 'too many are waiting')
      queue.push({ items, resolve, reject })
      waiting += items.length
      serveNext()
    })
}

/** The first caller, and those behind it as long as there is room. */
function takeGroup<In, Out>(queue: Waiting<In, Out>[], maxItems: number): Waiting<In, Out>[] {
  let size = 0
  const end = queue.findIndex(({ items }, at) => {
    size += items.length
    return at > 0 && size > maxItems
  })
  return queue.splice(0, end === -1 ? queue.length : end)
}
