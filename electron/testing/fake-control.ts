import { type ToServer, toServerSchema, type ToTerminal } from '#shared/contracts/control.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { Closing } from '#shared/directive/closing.ts'
import { defaultLeases, type Leases } from '#shared/directive/state-document.ts'
import type { Server } from 'node:https'
import { type WebSocket, WebSocketServer } from 'ws'
import type { StateSigner } from './sign-state.ts'

/** The control channel of a prison that obeys its own wardens at once. */
export interface FakeControl {
  readonly said: ToServer[]
  leases: Leases
  /** Signs the next version with these closings, and sends it to whoever is there. */
  readonly order: (closings: Closing[]) => void
  readonly connections: () => number
  /** Ends every connection. While `isDown` none is taken. */
  readonly cut: () => void
  isDown: boolean
}

export function attachControl(server: Server, signer: StateSigner): FakeControl {
  const acceptor = new WebSocketServer({ noServer: true })
  const sockets = new Set<WebSocket>()
  const inForce = { version: 0, document: '' }
  const tell = (socket: WebSocket, message: ToTerminal): void => {
    socket.send(JSON.stringify(message))
  }
  const answer = (socket: WebSocket, message: ToServer): void => {
    if (message.type === 'hello' && message.version < inForce.version) {
      tell(socket, { type: 'state', document: inForce.document })
    }
    if (message.type === 'renew' && message.version === inForce.version) {
      const { version, nonce } = message
      const grant = signer.grant(nonce, { version, at: new Date().toISOString(), leases: control.leases })
      tell(socket, { type: 'lease', grant })
    }
  }
  const control: FakeControl = {
    said: [],
    leases: defaultLeases,
    isDown: false,
    order: closings => {
      inForce.version += 1
      const issuedAt = new Date().toISOString()
      inForce.document = signer.state({ version: inForce.version, issuedAt, leases: control.leases, closings })
      for (const socket of sockets) tell(socket, { type: 'state', document: inForce.document })
    },
    connections: () => sockets.size,
    cut: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
  server.on('upgrade', (request, stream, head) => {
    if (control.isDown || request.url !== terminalRoutes.control) {
      stream.destroy()
      return
    }
    acceptor.handleUpgrade(request, stream, head, socket => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('message', (data: Buffer) => {
        const message = toServerSchema.parse(JSON.parse(data.toString()))
        control.said.push(message)
        answer(socket, message)
      })
    })
  })
  return control
}
