import type { Server } from 'node:tls'
import type { Socket } from 'node:net'

/** How many connections may be shaking hands at once. */
export interface HandshakeLimits {
  readonly most: number
  /** From one address: whoever opens connections and says nothing keeps nobody else out. */
  readonly mostOfOne: number
}

/**
 * A handshake takes a server one to two milliseconds: as many as fit into a second or two, far below the time in which a
 * terminal gives up.
 */
export const handshakeLimits: HandshakeLimits = { most: 1000, mostOfOne: 200 }

/** How long a handshake may take, in milliseconds: as long as a terminal waits for one. */
export const HANDSHAKE_TIMEOUT_MS = 15_000

/**
 * Turns connections away at once while too many are shaking hands. Ten thousand that begin together would otherwise all be
 * under way until all have given up, and none would ever get through; who is turned away comes back a little later.
 */
export function limitHandshakes(server: Server, { most, mostOfOne }: HandshakeLimits): void {
  const shaking = new Map<string, string>()
  const ofOne = new Map<string, number>()

  const begin = (name: string, address: string): void => {
    shaking.set(name, address)
    ofOne.set(address, (ofOne.get(address) ?? 0) + 1)
  }
  const end = (name: string): void => {
    const address = shaking.get(name)
    if (address === undefined) return
    shaking.delete(name)
    const left = (ofOne.get(address) ?? 1) - 1
    if (left === 0) ofOne.delete(address)
    else ofOne.set(address, left)
  }
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address } = socket
    const name = nameOf(socket)
    if (name === undefined || address === undefined) return
    if (shaking.size >= most || (ofOne.get(address) ?? 0) >= mostOfOne) {
      socket.resetAndDestroy()
      return
    }
    begin(name, address)
    socket.once('close', () => {
      end(name)
    })
  })
  server.on('secureConnection', (socket: Socket) => {
    const name = nameOf(socket)
    if (name !== undefined) end(name)
  })
}

/** The same for a connection before and after its handshake. `undefined`: it has gone already. */
function nameOf({ remoteAddress, remotePort }: Socket): string | undefined {
  return remoteAddress === undefined ? undefined : `${remoteAddress} ${remotePort}`
}
