import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GatewayRefusal } from '../refusals/gateway-refusal.ts'
import { refuse, refuseOnSocket } from './refuse.ts'

/** Tells of a refusal on a connection, with what is known of it. */
export type ReportOn = (socket: Duplex, refusal: Partial<GatewayRefusal>) => void

/** Node's parser at its strictest: what it cannot read one way only, it refuses. */
const strict = { insecureHTTPParser: false, requireHostHeader: true, maxHeaderSize: 16_384 } as const

/**
 * A server that listens nowhere: connections are handed to it.
 *
 *  - What is not HTTP/1.1 to the letter is answered 400, and the connection ends.
 *  - `Expect` is answered 417: a body is judged before anybody is told to go on.
 */
export function createProxyServer(listener: RequestListener, reportOn: ReportOn, keepAliveTimeout: number): Server {
  const server = createServer({ ...strict, keepAliveTimeout }, listener)
  const refuseExpectation: RequestListener = (request, response) => {
    reportOn(request.socket, { reason: 'header-not-allowed', method: request.method ?? '' })
    refuse(response, { status: 417, reason: 'header-not-allowed' }, false)
  }
  server.on('checkContinue', refuseExpectation)
  server.on('checkExpectation', refuseExpectation)
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    const hasLeft = error.code === 'ECONNRESET' || error.code === 'EPIPE'
    if (!hasLeft) reportOn(socket, {})
    refuseOnSocket(socket, { status: 400, reason: 'request-malformed' })
  })
  return server
}
