import type { Resolve } from './find-addresses.ts'

/** How long an answer of the resolver serves. Within it a name leads where it led when it was looked at. */
export const ADDRESS_MEMORY_MS = 30_000
const REMEMBERED_NAMES = 500

/**
 * Remembers the resolver's answers for a moment: a page makes many connections to few names, and Node looks up four at a
 * time. A failed look-up is not remembered.
 */
export function rememberAddresses(resolve: Resolve, clock: () => Date): Resolve {
  const known = new Map<string, { readonly atMs: number; readonly addresses: Promise<readonly string[]> }>()
  return name => {
    const nowMs = clock().getTime()
    const remembered = known.get(name)
    if (remembered !== undefined && Math.abs(nowMs - remembered.atMs) < ADDRESS_MEMORY_MS) return remembered.addresses
    const addresses = resolve(name)
    addresses.catch(() => known.delete(name))
    known.delete(name)
    known.set(name, { atMs: nowMs, addresses })
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_NAMES && oldest !== undefined) known.delete(oldest)
    return addresses
  }
}
