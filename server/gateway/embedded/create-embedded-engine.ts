import type { IncomingMessage, RequestListener } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebLeaves } from '../../keys/web-leaves.ts'
import type { GatewayEngine } from '../gateway-engine.ts'
import type { Gate } from '../policy/gate.ts'
import type { ReportRefusal } from '../refusals/gateway-refusal.ts'
import { createWayOut, type WayOutSettings } from '../way-out/way-out.ts'
import { answerRequest } from './answer-request.ts'
import type { CookieJars } from './cookie-jars.ts'
import { openConnect } from './open-connect.ts'
import { createProxyServer, type ReportOn } from './proxy-server.ts'
import { refuseOnSocket } from './refuse.ts'
import type { Tunnel } from './tunnel.ts'

export interface EmbeddedEngineParts {
  readonly gate: Gate
  readonly leaves: WebLeaves
  readonly report: ReportRefusal
  readonly cookies: CookieJars
  readonly wayOut: WayOutSettings
  readonly limits?: Partial<EngineLimits>
}

export interface EngineLimits {
  readonly handshakeTimeoutMs: number
  /** How long a tunnel may lie still. Longer than a site may be silent. */
  readonly idleTimeoutMs: number
  /** How long a connection may take for a request's head, what it lay still before included. Longer than `idleTimeoutMs`. */
  readonly headTimeoutMs: number
  /** How long it may take for a request's body. */
  readonly bodyTimeoutMs: number
  /** In bytes, as they come over the wire and as they unpack: what a site may answer at most. */
  readonly maxAnswerBytes: number
}

const defaults: EngineLimits = {
  handshakeTimeoutMs: 10_000,
  idleTimeoutMs: 90_000,
  headTimeoutMs: 100_000,
  bodyTimeoutMs: 30_000,
  maxAnswerBytes: 64 * 1024 * 1024,
}

/**
 * The engine inside the prison server: an HTTP proxy on Node's own parser.
 *
 *  - CONNECT leads to hosts and ports some rule lists, and there TLS ends: each request within is judged by itself.
 *  - A connection on which anything could not be read ends there and then.
 *  - Tunnels share no connection to a site.
 */
export function createEmbeddedEngine(parts: EmbeddedEngineParts): GatewayEngine {
  const limits = { ...defaults, ...parts.limits }
  const tunnels = new WeakMap<Duplex, Tunnel>()
  /** Connections on which something could not be read. */
  const unread = new WeakSet<Duplex>()
  const reportOn = reporter(tunnels, unread, parts.report)
  const listener = answerOn(tunnels, unread, { ...parts, ...limits })
  const outer = createProxyServer(listener, reportOn, limits)
  const inner = createProxyServer(listener, reportOn, limits)
  inner.on('connect', (_request, socket) => {
    reportOn(socket, { method: 'CONNECT' })
    refuseOnSocket(socket, { status: 405, reason: 'request-malformed' })
  })
  outer.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const tunnel = tunnels.get(socket)
    const connect = async (): Promise<void> => {
      const connected = await openConnect({ ...parts, ...limits }, reportOn, { request, socket, head })
      if (tunnel === undefined || connected === undefined) return
      const { place, secured } = connected
      secured.on('error', ignore)
      tunnels.set(secured, { ...tunnel, place })
      inner.emit('connection', secured)
    }
    socket.on('error', ignore)
    connect().catch(() => socket.destroy())
  })
  return {
    name: 'embedded',
    accept: (socket, identity) => {
      const wayOut = createWayOut(parts.wayOut)
      tunnels.set(socket, { identity, wayOut, place: undefined })
      socket.on('error', ignore)
      socket.once('close', wayOut.close)
      endWhenIdle(socket, limits.idleTimeoutMs)
      outer.emit('connection', socket)
    },
    judgeAgain: parts.gate.judgeAgain,
    close: () => Promise.resolve(),
  }
}

function reporter(tunnels: WeakMap<Duplex, Tunnel>, unread: WeakSet<Duplex>, report: ReportRefusal): ReportOn {
  return (socket, refusal) => {
    unread.add(socket)
    const tunnel = tunnels.get(socket)
    const known = { reason: 'request-malformed', host: tunnel?.place?.host ?? '', path: '', method: '' } as const
    if (tunnel !== undefined) report(tunnel.identity, { ...known, type: 'other', ...refusal })
  }
}

function answerOn(
  tunnels: WeakMap<Duplex, Tunnel>,
  unread: WeakSet<Duplex>,
  parts: Pick<EmbeddedEngineParts, 'gate' | 'report' | 'cookies'> & EngineLimits,
): RequestListener {
  /** Whether a connection goes on, once what came on it so far is answered. */
  const turns = new WeakMap<Duplex, Promise<boolean>>()
  return (request, response) => {
    const { socket } = request
    const tunnel = tunnels.get(socket)
    // One at a time: what follows a request that ended its connection must not be judged, let alone go out.
    const turn = (turns.get(socket) ?? Promise.resolve(true)).then(async goesOn => {
      // What came in one breath with something unreadable was refused with it, and told of.
      if (!goesOn || unread.has(socket)) return false
      if (tunnel === undefined) throw new Error('nobody’s connection')
      await answerRequest(parts, tunnel, request, response)
      return response.shouldKeepAlive
    })
    turns.set(socket, turn)
    // One side left in the middle, or the answer had no end: there is nothing left to say on this connection.
    turn.catch(() => socket.destroy())
  }
}

/** Looks from time to time whether anything moved: a socket's own timer is taken by whoever reads from it. */
function endWhenIdle(socket: Duplex, idleTimeoutMs: number): void {
  if (!(socket instanceof Socket)) return
  let before = -1
  const timer = setInterval(() => {
    const now = socket.bytesRead + socket.bytesWritten
    if (now === before) socket.destroy()
    before = now
  }, idleTimeoutMs)
  timer.unref()
  socket.once('close', () => {
    clearInterval(timer)
  })
}

function ignore(): void {
  // A connection that breaks is closed, and its end is told to whoever hangs on it.
}
