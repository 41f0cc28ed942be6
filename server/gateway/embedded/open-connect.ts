import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import type { WebLeaves } from '../../keys/web-leaves.ts'
import type { Gate } from '../policy/gate.ts'
import { withoutBrackets } from '../way-out/find-addresses.ts'
import type { Place } from './exchange-facts.ts'
import type { ReportOn } from './proxy-server.ts'
import { readAuthority } from './read-authority.ts'
import { refuseOnSocket } from './refuse.ts'
import { secureTunnel } from './secure-tunnel.ts'

export interface ConnectParts {
  readonly gate: Pick<Gate, 'judgeConnect'>
  readonly leaves: WebLeaves
  readonly handshakeTimeoutMs: number
}

export interface Connected {
  readonly place: Place
  readonly secured: TLSSocket
}

/**
 * Answers a CONNECT, and ends the terminal's TLS in the site's place. No connection to the site is made by it.
 *
 * `undefined` where it was refused; then the connection ends. Rejects where the terminal breaks off.
 */
export async function openConnect(
  { gate, leaves, handshakeTimeoutMs }: ConnectParts,
  reportOn: ReportOn,
  { request, socket, head }: { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer },
): Promise<Connected | undefined> {
  const place = readAuthority(request)
  if (place === undefined) {
    reportOn(socket, { method: 'CONNECT' })
    refuseOnSocket(socket, { status: 400, reason: 'request-malformed' })
    return undefined
  }
  const { host, port } = place
  const reason = await gate.judgeConnect(host, port)
  if (reason !== undefined) {
    reportOn(socket, { reason, host: port === 443 ? host : `${host}:${port}`, method: 'CONNECT' })
    refuseOnSocket(socket, { status: 403, reason })
    return undefined
  }
  const context = await leaves.contextFor(withoutBrackets(host))
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
  if (head.length > 0) socket.unshift(head)
  return { place, secured: await secureTunnel(socket, { host, context, timeoutMs: handshakeTimeoutMs }) }
}
