import type { Server } from 'node:tls'
import type { Socket } from 'node:net'

/** How many connections may be shaking hands at once. */
export interface HandshakeLimits {
  readonly most: number
  readonly mostOfOne: number
}

/**
 * A handshake takes a server one to two milliseconds: as many as fit into a second or two, far below the time in which a
 * terminal gives up. From one address as many as a building behind one would begin.
 */
export const handshakeLimits: HandshakeLimits = { most: 1000, mostOfOne: 200 }

/** How long a handshake may take, in milliseconds: as long as a terminal waits for one. */
export const HANDSHAKE_TIMEOUT_MS = 15_000

/**
 * Turns connections away at once while too many are shaking hands. Ten thousand that begin together would otherwise all be
 * under way until all have given up, and none would ever get through; who is turned away comes back a little later.
 *
 * Whoever opens connections and says nothing keeps nobody out who comes from elsewhere: for who comes from an address with few,
 * the oldest of the address with most makes room. It takes a thousand addresses to fill it.
 */
export function limitHandshakes(server: Server, { most, mostOfOne }: HandshakeLimits): void {
  const shaking = new Map<string, Socket>()
  const ofOne = new Map<string, Set<string>>()

  const begin = (name: string, address: string, socket: Socket): void => {
    shaking.set(name, socket)
    ofOne.set(address, (ofOne.get(address) ?? new Set()).add(name))
  }
  const end = (name: string, address: string): void => {
    shaking.delete(name)
    const names = ofOne.get(address)
    names?.delete(name)
    if (names?.size === 0) ofOne.delete(address)
  }
  /** Ends the oldest of the address that has most, if that is more than `own`. */
  const makeRoom = (own: number): boolean => {
    const [address, names] = largest(ofOne)
    const [oldest] = names
    if (names.size <= own + 1 || oldest === undefined) return false
    shaking.get(oldest)?.resetAndDestroy()
    end(oldest, address)
    return true
  }
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address } = socket
    const name = nameOf(socket)
    if (name === undefined || address === undefined) return
    const own = ofOne.get(address)?.size ?? 0
    if (own >= mostOfOne || (shaking.size >= most && !makeRoom(own))) {
      socket.resetAndDestroy()
      return
    }
    begin(name, address, socket)
    socket.once('close', () => {
      end(name, address)
    })
  })
  server.on('secureConnection', (socket: Socket) => {
    const name = nameOf(socket)
    if (name !== undefined) end(name, socket.remoteAddress ?? '')
  })
}

function largest(sets: ReadonlyMap<string, ReadonlySet<string>>): readonly [string, ReadonlySet<string>] {
  return [...sets].reduce((a, b) => (b[1].size > a[1].size ? b : a))
}

/** The same for a connection before and after its handshake. `undefined`: it has gone already. */
function nameOf({ remoteAddress, remotePort }: Socket): string | undefined {
  return remoteAddress === undefined ? undefined : `${remoteAddress} ${remotePort}`
}
