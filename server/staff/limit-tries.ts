import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Within this time, in milliseconds, … */
export const TRIES_SPAN_MS = 60_000
/** … one address may try this often, … */
export const TRIES_PER_ADDRESS = 20
/** … and everybody together this often. */
export const TRIES_OF_ALL = 300
const MOST_ADDRESSES = 1000

interface Tries {
  readonly sinceMs: number
  readonly count: number
}

/**
 * Bounds how often somebody can try to sign in or to use a link.
 *
 * Passkeys and 256-bit tokens cannot be guessed; what is bounded is the work a stranger can cause. Counted in memory, for a
 * thousand addresses at most. Throws `STAFF_TRIES_SPENT`.
 */
export function createLimitTries(nowMs: () => number): (address: string) => void {
  const byAddress = new Map<string, Tries>()
  let all: Tries = { sinceMs: 0, count: 0 }
  const another = (tries: Tries | undefined): Tries =>
    tries === undefined || nowMs() - tries.sinceMs >= TRIES_SPAN_MS
      ? { sinceMs: nowMs(), count: 1 }
      : { ...tries, count: tries.count + 1 }
  return address => {
    all = another(all)
    const own = another(byAddress.get(address))
    // Set anew each time, so that the one that was quiet longest is the first to be forgotten.
    byAddress.delete(address)
    for (const oldest of byAddress.keys()) {
      if (byAddress.size < MOST_ADDRESSES) break
      byAddress.delete(oldest)
    }
    byAddress.set(address, own)
    if (own.count > TRIES_PER_ADDRESS || all.count > TRIES_OF_ALL) {
      throw new GuichetError('STAFF_TRIES_SPENT', 'too many tries')
    }
  }
}
