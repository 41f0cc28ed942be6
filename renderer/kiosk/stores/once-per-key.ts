/** Runs work at most once at a time for each key: who asks again meanwhile gets the answer of the first. */
export function createOncePerKey<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const running = new Map<string, Promise<Value>>()
  return async (key, work) => {
    const current = running.get(key) ?? work().finally(() => running.delete(key))
    running.set(key, current)
    return current
  }
}
