import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Takes over a connection whose protocol a request asks to change. It answers it, or destroys it. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>

/** Who changes to which protocol at which path. */
export interface Upgrade {
  readonly path: string
  /** As the `Upgrade` header has it, lower case. */
  readonly protocol: string
  readonly handle: UpgradeHandler
}

const statusLines = {
  401: '401 Unauthorized',
  404: '404 Not Found',
  503: '503 Service Unavailable',
} as const

/**
 * Refuses a change of protocol, and ends the connection. Tells the time, so that an honest terminal with a wrong clock can
 * correct itself.
 */
export function refuseUpgrade(socket: Duplex, status: keyof typeof statusLines, now = new Date()): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const head = [
    `HTTP/1.1 ${statusLines[status]}`,
    `Date: ${now.toUTCString()}`,
    'Connection: close',
    'Content-Length: 0',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => {
    socket.destroy()
  })
}

/**
 * Hands every change of protocol that a server is asked for to whom it concerns.
 *
 *  - An address or protocol nobody handles is answered 404, and the connection ends.
 *  - So does one whose handler fails; `reportBug` is told.
 */
export function dispatchUpgrades(
  server: Server,
  upgrades: readonly Upgrade[],
  reportBug: (error: unknown) => void,
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', destroyIt)
    const protocol = request.headers.upgrade?.toLowerCase()
    const upgrade = upgrades.find(known => known.path === request.url && known.protocol === protocol)
    if (upgrade === undefined || request.method !== 'GET') {
      refuseUpgrade(socket, 404)
      return
    }
    upgrade.handle(request, socket, head).catch((error: unknown) => {
      reportBug(error)
      refuseUpgrade(socket, 503)
    })
  })
}

/** Apart, because it stays as long as the connection: written where it is used, it would keep the whole request. */
function destroyIt(this: Duplex): void {
  this.destroy()
}
