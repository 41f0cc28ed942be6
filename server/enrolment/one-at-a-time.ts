/**
 * Makes a line to stand in: each work begins when the one before it has ended, well or not.
 *
 * The audit chain makes those who enrol stand in line anyway; here they do it without holding a database connection each.
 */
export function createLine(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
