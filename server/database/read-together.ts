import { setImmediate } from 'node:timers/promises'

/** The most keys of one query. */
const MOST = 2000

/**
 * Makes a look-up of many a look-up of one: what is asked for while a query runs goes into the next one, together. So ten thousand who
 * come at once cost some queries and never the whole pool, and one who comes alone waits for nobody.
 *
 * `undefined` for a key `read` does not answer. A query that fails fails those who were in it.
 */
export function readTogether<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let last: Promise<unknown> = Promise.resolve()
  let next: { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Value>> } | undefined

  const plan = () => {
    const keys = new Set<Key>()
    const before = last
    const run = async (): Promise<ReadonlyMap<Key, Value>> => {
      await before
      await setImmediate()
      if (next?.keys === keys) next = undefined
      return read([...keys])
    }
    const answers = run()
    last = answers.catch(() => undefined)
    return { keys, answers }
  }
  return async key => {
    if (next === undefined || next.keys.size >= MOST) next = plan()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
