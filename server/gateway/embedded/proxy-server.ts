import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GatewayRefusal } from '../refusals/gateway-refusal.ts'
import { limitPatience, type PatienceLimits } from './patience.ts'
import { refuseOnSocket } from './refuse.ts'

/** Tells of a refusal on a connection, with what is known of it. */
export type ReportOn = (socket: Duplex, refusal: Partial<GatewayRefusal>) => void

/**
 * Node's parser at its strictest: what it cannot read one way only, it refuses. A missing `Host` is left to the listener,
 * because after Node's own answer to it what follows on the connection would still be served.
 */
const strict = { insecureHTTPParser: false, requireHostHeader: false, maxHeaderSize: 16_384 } as const

/** Of these nothing was malformed: the terminal has left, or the gateway itself broke off. */
const endings: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ABORT_ERR'])

/**
 * A server that listens nowhere: connections are handed to it.
 *
 *  - What is not HTTP/1.1 to the letter is answered 400, and the connection ends. So does one on which requests do not
 *    become whole in time.
 *  - What is expected (`Expect`) is for the listener to answer: by itself the server tells nobody to go on.
 */
export function createProxyServer(
  listener: RequestListener,
  reportOn: ReportOn,
  { idleTimeoutMs, ...patience }: PatienceLimits & { readonly idleTimeoutMs: number },
): Server {
  const server = createServer({ ...strict, keepAliveTimeout: idleTimeoutMs }, listener)
  limitPatience(server, patience, socket => {
    reportOn(socket, {})
  })
  server.on('checkContinue', listener)
  server.on('checkExpectation', listener)
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    if (!endings.has(error.code ?? '')) reportOn(socket, {})
    refuseOnSocket(socket, { status: 400, reason: 'request-malformed' })
  })
  return server
}
