import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import { WayOutError } from './way-out-error.ts'

/** Every address of a name, as the prison's resolver says. Rejects where it knows none. */
export type Resolve = (name: string) => Promise<readonly string[]>

/** Asks the machine's resolver. */
export const resolveByMachine: Resolve = async name => {
  const found = await lookup(name, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

const RESOLVE_TIMEOUT_MS = 5000

/** A host as a socket takes it: an IPv6 literal without its brackets. */
export function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
}

/** An address as a policy's `hosts` has it. */
function asHost(address: string): string {
  return isIP(address) === 6 ? new URL(`http://[${address}]/`).hostname : address
}

/**
 * The addresses a connection to `host` may be made to.
 *
 *  - The name is resolved once; who connects to these addresses cannot be led elsewhere by a later answer.
 *  - One address that is neither public nor itself listed by the site spoils them all: `address-not-public`.
 *  - An address literal is taken as it is: only a policy that lists it exactly lets a request come this far, and it is
 *    asked for here again.
 */
export async function findAddresses(
  host: string,
  isListed: (host: string) => boolean,
  resolve: Resolve,
): Promise<readonly string[]> {
  const literal = withoutBrackets(host)
  const addresses = isIP(literal) === 0 ? await resolveInTime(host, resolve) : [literal]
  if (addresses.length === 0) throw new WayOutError('name-unknown', 502)
  if (!addresses.every(address => isIP(address) !== 0 && (isPublicAddress(address) || isListed(asHost(address))))) {
    throw new WayOutError('address-not-public', 403)
  }
  return addresses
}

async function resolveInTime(name: string, resolve: Resolve): Promise<readonly string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new WayOutError('name-unknown', 504))
    }, RESOLVE_TIMEOUT_MS)
  })
  try {
    return await Promise.race([resolve(name), tooLate])
  } catch (error) {
    throw error instanceof WayOutError ? error : new WayOutError('name-unknown', 502, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
