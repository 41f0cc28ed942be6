import { GuichetError } from '#shared/errors/guichet-error.ts'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/*
 * Threat: a browser finds many ways outside, and asks its listeners about most of them only. So the whole process is told
 * of one place it may go to, before it is up (lockdown/keep-to-way-out.ts): this one. It is a door that stands closed. It opens
 * for the length of a visit, to the gateway and nowhere else, and what comes through it is not even read here.
 */

/** Chromium keeps up to 32 connections to its proxy for each kind of use. More than two kinds at once is no visit. */
const MOST_CONNECTIONS = 64

/** Takes a connection of the browser's over, with everything it sends still unread. */
export type OpenTunnel = (from: Socket) => void

export interface Relay {
  /** On 127.0.0.1. */
  readonly port: number
  /** Each connection from now on is a tunnel. */
  readonly open: (openTunnel: OpenTunnel) => void
  /** Ends every connection, and refuses those that come. Safe to call twice. */
  readonly close: () => void
}

/**
 * Starts the one place the browser part may connect to.
 *
 *  - Closed from the start: a connection is ended at once, and nobody is asked for it.
 *  - A bounded number of connections; the next one is ended at once.
 *
 * Small, and without TLS: it is there before there is a window.
 */
export async function startRelay(mostConnections: number = MOST_CONNECTIONS): Promise<Relay> {
  const connections = new Set<Socket>()
  let openTunnel: OpenTunnel | undefined
  const server = createServer({ pauseOnConnect: true, noDelay: true }, from => {
    // How a connection ends is for its tunnel to see.
    from.on('error', () => undefined)
    if (openTunnel === undefined || connections.size >= mostConnections) {
      from.destroy()
      return
    }
    connections.add(from)
    from.once('close', () => connections.delete(from))
    openTunnel(from)
  })
  // `exclusive`, because a port that another process shares would be answered by it.
  server.listen({ port: 0, host: '127.0.0.1', exclusive: true })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new GuichetError('INTERNAL', 'the relay has no port')
  return {
    port: address.port,
    open: given => {
      openTunnel = given
    },
    close: () => {
      openTunnel = undefined
      for (const connection of connections) connection.destroy()
    },
  }
}
