import { once } from 'node:events'
import { createServer as createProxy, type IncomingMessage, type Server } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { callbackify } from 'node:util'
import { GATEWAY_PROTOCOL } from '#shared/contracts/gateway.ts'
import { type Authority, Issuer } from '../sinks/certificates.ts'
import type { StreamParts } from '../sinks/stream-sinks.ts'

const granted = `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${GATEWAY_PROTOCOL}\r\n\r\n`
const connected = 'HTTP/1.1 200 Connection established\r\n\r\n'
const TLS_PORTS: ReadonlySet<string> = new Set(['443', '8443'])

export interface StandInParts extends Pick<StreamParts, 'arrivals' | 'answer'> {
  /** Vouches for the gateway itself, as the prison server's does. */
  readonly server: Authority
  /** Vouches for the sites, as the gateway shows them. */
  readonly web: Authority
}

/**
 * A gateway that judges nothing: whatever a terminal asks of it is let through and has arrived. It shows what the kiosk's
 * own gate holds by itself.
 */
export class StandInGateway {
  readonly #server: Server
  readonly #sockets = new Set<Duplex>()

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(parts: StandInParts): Promise<StandInGateway> {
    const own = new Issuer(parts.server)
    const server = createServer(await own.identity('127.0.0.1'))
    const gateway = new StandInGateway(server)
    const proxy = createLenientProxy(parts)
    server.on('upgrade', (_request: IncomingMessage, socket: Socket) => {
      gateway.#sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.write(granted)
      proxy.emit('connection', socket)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return gateway
  }

  get url(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
  }
}

function createLenientProxy({ arrivals, answer, web }: StandInParts): Server {
  const issuer = new Issuer(web)
  const proxy = createProxy((request, response) => {
    // Asked by its whole address, as a proxy is.
    request.url = (request.url ?? '').replace(/^http:\/\/[^/]*/, '')
    answer('http', request, response)
  })
  const inside = createProxy((request, response) => {
    answer('https', request, response)
  })
  for (const server of [proxy, inside]) {
    server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      arrivals.record({ sink: 'socket', host: request.headers.host ?? '', detail: request.url ?? '' })
      socket.destroy()
    })
  }
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(request.url ?? '') ?? []
    arrivals.record({ sink: 'tcp', host, detail: port })
    socket.on('error', () => socket.destroy())
    socket.write(connected)
    if (TLS_PORTS.has(port)) inside.emit('connection', terminate(socket, host, issuer))
    else socket.resume()
  })
  return proxy
}

function terminate(socket: Socket, host: string, issuer: Issuer): TLSSocket {
  const secure = new TLSSocket(socket, {
    isServer: true,
    SNICallback: callbackify((name: string) => issuer.contextFor(name === '' ? host : name)),
  })
  secure.on('error', () => secure.destroy())
  return secure
}
