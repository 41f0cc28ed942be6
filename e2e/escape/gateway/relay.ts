import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { TerminalIdentity } from './terminal-identity.ts'
import { openTunnel } from './tunnel.ts'

/** A way to the gateway for a browser that is no kiosk: each connection becomes a tunnel, byte for byte. */
export class Relay {
  readonly #sockets = new Set<Socket>()
  readonly #server: Server

  private constructor(identity: TerminalIdentity, inmateId: string) {
    this.#server = createServer(socket => {
      this.#sockets.add(socket)
      socket.on('error', () => socket.destroy())
      void this.#carry(socket, identity, inmateId)
    })
  }

  static async open(identity: TerminalIdentity, inmateId: string): Promise<Relay> {
    const relay = new Relay(identity, inmateId)
    relay.#server.listen(0, '127.0.0.1')
    await once(relay.#server, 'listening')
    return relay
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  async #carry(socket: Socket, identity: TerminalIdentity, inmateId: string): Promise<void> {
    try {
      const tunnel = await openTunnel(identity, inmateId)
      tunnel.on('error', () => tunnel.destroy())
      tunnel.once('close', () => {
        socket.destroySoon()
      })
      socket.once('close', () => tunnel.destroy())
      socket.pipe(tunnel)
      tunnel.pipe(socket)
    } catch {
      socket.destroy()
    }
  }
}
