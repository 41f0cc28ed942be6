/** Runs what it is given when everything given before has ended. */
export type InTurn = <Output>(run: () => Promise<Output>) => Promise<Output>

/**
 * Makes a queue of one: calls go one after the other, in their order, and one that fails does not hold up the next.
 *
 * For what reads, decides and then writes: two of those side by side would decide on the same old state.
 */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return run => {
    const mine = last.then(run)
    last = mine.catch(() => undefined)
    return mine
  }
}
