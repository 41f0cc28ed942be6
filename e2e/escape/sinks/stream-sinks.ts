import { once } from 'node:events'
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { createServer, type Server, type Socket } from 'node:net'
import { callbackify } from 'node:util'
import type { Addresses } from '../namespace/addresses.ts'
import type { Arrivals } from './arrivals.ts'
import type { Issuer } from './certificates.ts'

const SECURE_PORTS = [443, 8443] as const
/** TURN over TCP, and a proxy that nobody was told of. */
const RAW_PORTS = [3128, 3480] as const

export type SiteRequest = IncomingMessage | Http2ServerRequest
export type SiteResponse = ServerResponse | Http2ServerResponse

/** What is at the other end of the web: every host, listed or hostile, in clear and under TLS. */
export interface StreamParts {
  readonly addresses: Addresses
  readonly arrivals: Arrivals
  readonly issuer: Issuer
  readonly answer: (scheme: 'http' | 'https', request: SiteRequest, response: SiteResponse) => void
}

export class StreamSinks {
  readonly #servers: Server[] = []
  readonly #sockets = new Set<Socket>()

  static async open(parts: StreamParts): Promise<StreamSinks> {
    const sinks = new StreamSinks()
    await sinks.#listen(createWebServer(parts), 80)
    for (const port of SECURE_PORTS) await sinks.#listen(createSecureWebServer(parts), port)
    for (const port of RAW_PORTS) await sinks.#listen(createRawServer(parts, port), port)
    return sinks
  }

  close(): void {
    for (const server of this.#servers) server.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  async #listen(server: Server, port: number): Promise<void> {
    this.#servers.push(server)
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => this.#sockets.delete(socket))
    })
    server.listen(port, '0.0.0.0')
    await once(server, 'listening')
  }
}

function createWebServer(parts: StreamParts): Server {
  const server = createPlainServer((request, response) => {
    parts.answer('http', request, response)
  })
  refuseUpgrades(server, parts)
  return server
}

function createSecureWebServer(parts: StreamParts): Server {
  const server = createSecureServer({ allowHTTP1: true, SNICallback: nameCallback(parts) }, (request, response) => {
    parts.answer('https', request, response)
  })
  server.on('connection', (socket: Socket) => {
    const host = parts.addresses.hostAt(socket.localAddress ?? '')
    parts.arrivals.record({ sink: 'tcp', host, detail: '443' })
  })
  server.on('tlsClientError', () => undefined)
  server.on('sessionError', () => undefined)
  refuseUpgrades(server, parts)
  return server
}

function nameCallback({ arrivals, issuer }: StreamParts) {
  return callbackify((host: string) => {
    arrivals.record({ sink: 'tls', host, detail: '' })
    return issuer.contextFor(host)
  })
}

/** A WebSocket that got this far has said what it came to say. */
function refuseUpgrades(server: Server, { arrivals, addresses }: StreamParts): void {
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const host = request.headers.host ?? addresses.hostAt(socket.localAddress ?? '')
    arrivals.record({ sink: 'socket', host, detail: request.url ?? '' })
    socket.destroy()
  })
}

function createRawServer({ addresses, arrivals }: StreamParts, port: number): Server {
  return createServer(socket => {
    arrivals.record({ sink: 'tcp', host: addresses.hostAt(socket.localAddress ?? ''), detail: `${port}` })
    socket.resume()
  })
}
