import type { FastifyBaseLogger } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { CONTROL_MESSAGE_LIMIT, HEARTBEAT_MS, SILENCE_MS } from '#shared/contracts/control.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import { bearerTokenOf } from '../../terminal-auth/require-terminal.ts'
import type { EnrolledTerminal } from '../../terminal-auth/terminal-identity.ts'
import { verifyTerminalToken } from '../../terminal-auth/verify-terminal-token.ts'
import { createBroadcast } from './broadcast.ts'
import {
  ChannelViolation,
  CLOSE_FAILED,
  CLOSE_LEAVING,
  CLOSE_REPLACED,
  CLOSE_REVOKED,
  CLOSE_VIOLATION,
  type Connection,
  createConnection,
  takeAllowance,
} from './connection.ts'
import { findOutdated } from './find-outdated.ts'
import { pingFrame } from './frames.ts'
import { hear, type HearingPorts, parseMessage } from './hear.ts'
import { writeFrame } from './send-state.ts'

export interface ControlDoorPorts extends Omit<HearingPorts, 'onRefused'> {
  readonly serverId: string
  readonly log: FastifyBaseLogger
  /** Answers a request for a change of protocol with a refusal. */
  readonly refuse: (socket: Duplex, status: 401 | 503, now: Date) => void
  readonly times?: Partial<DoorTimes>
}

/** All in milliseconds. */
export interface DoorTimes {
  readonly heartbeat: number
  readonly silence: number
  /** How long a terminal may take to say hello. */
  readonly hello: number
  /** How often connections are looked at: one of a terminal that was revoked ends within this time. */
  readonly check: number
}

const usualTimes: DoorTimes = { heartbeat: HEARTBEAT_MS, silence: SILENCE_MS, hello: 10_000, check: 2000 }
const protocol = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: CONTROL_MESSAGE_LIMIT,
} as const
/** All but a document that a terminal was asked for. */
const MESSAGE_LIMIT = 4096
/** What is younger may not be in the database yet. */
const SETTLED_MS = 5000
const CLOSE_WITHIN_MS = 2000

export interface ControlDoor {
  readonly handle: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/**
 * Takes terminals in that prove themselves, one connection each: a newer one takes the place of the one before.
 *
 *  - What an honest terminal does not say, or says too often, ends its connection (1008), and is logged by its code alone.
 *  - One that is not heard for `SILENCE_MS` is given up; one whose key was taken back ends within seconds.
 */
export function createControlDoor(ports: ControlDoorPorts): ControlDoor {
  const times = { ...usualTimes, ...ports.times }
  const connections = new Map<TerminalId, Connection>()
  const server = new WebSocketServer(protocol)
  const stopBroadcast = ports.source.onChange(createBroadcast(connections))
  const beat = setInterval(
    () => {
      for (const connection of connections.values()) lookAt(connection, times)
    },
    Math.min(1000, times.heartbeat / 4),
  )
  const check = setInterval(() => {
    endOutdated(ports, connections).catch((error: unknown) => {
      ports.log.error({ error }, 'control connections could not be checked')
    })
  }, times.check)
  let isClosed = false
  return {
    connections: () => connections.size,
    handle: async (request, socket, head) => {
      const terminal = await identify(request, ports)
      if (terminal === undefined || isClosed) {
        ports.refuse(socket, isClosed ? 503 : 401, ports.clock())
        return
      }
      server.handleUpgrade(request, socket, head, webSocket => {
        takeIn(ports, connections, createConnection({ ...terminal, webSocket, socket }, performance.now()))
      })
    },
    close: async () => {
      isClosed = true
      clearInterval(beat)
      clearInterval(check)
      stopBroadcast()
      await endAll([...connections.values()])
    },
  }
}

async function identify(
  { headers }: IncomingMessage,
  { findTerminal, clock }: ControlDoorPorts,
): Promise<{ readonly terminalId: TerminalId; readonly publicKey: string } | undefined> {
  const token = bearerTokenOf(headers.authorization)
  if (token === undefined) return undefined
  // The key it was verified with, not one that may have been enrolled in between.
  let found: EnrolledTerminal | undefined
  const find = async (id: TerminalId) => (found = await findTerminal(id))
  const terminal = await verifyTerminalToken(token, find, clock())
  const publicKey = found?.publicKey.export({ format: 'jwk' }).x
  return terminal === undefined || publicKey === undefined ? undefined : { terminalId: terminal.id, publicKey }
}

function takeIn(ports: ControlDoorPorts, connections: Map<TerminalId, Connection>, connection: Connection): void {
  const { terminalId, webSocket } = connection
  end(connections.get(terminalId)?.webSocket, CLOSE_REPLACED)
  connections.set(terminalId, connection)
  const hearing: HearingPorts = { ...ports, onRefused: logRefused(ports) }
  webSocket.on('message', (data, isBinary) => {
    connection.heardAtMs = performance.now()
    receive(hearing, connection, { data, isBinary }, error => {
      endFor(ports, connection, error)
    })
  })
  webSocket.on('pong', () => {
    connection.heardAtMs = performance.now()
  })
  webSocket.on('error', error => {
    // The library has ended it: frames that are none, or too long.
    ports.log.info({ terminalId, code: codeOf(error) }, 'a control connection broke')
  })
  webSocket.on('close', () => {
    if (connections.get(terminalId) !== connection) return
    connections.delete(terminalId)
    ports.book.note(terminalId, { connected: false })
  })
}

interface Received {
  readonly data: RawData
  readonly isBinary: boolean
}

/** One message after the other: what is said second is dealt with second. */
function receive(
  ports: HearingPorts,
  connection: Connection,
  { data, isBinary }: Received,
  onFault: (error: unknown) => void,
): void {
  try {
    if (isBinary || !Buffer.isBuffer(data)) throw new ChannelViolation('not-text')
    if (!takeAllowance(connection, performance.now())) throw new ChannelViolation('too-many-messages')
    if (data.length > MESSAGE_LIMIT && !connection.isAsked) throw new ChannelViolation('message-too-long')
    const message = parseMessage(data.toString())
    connection.turn = (connection.turn ?? Promise.resolve())
      .then(() => (isOpen(connection.webSocket) ? hear(ports, connection, message) : undefined))
      .catch(onFault)
  } catch (error) {
    onFault(error)
  }
}

function endFor({ log }: ControlDoorPorts, { terminalId, webSocket }: Connection, error: unknown): void {
  if (!isOpen(webSocket)) return
  if (error instanceof ChannelViolation) {
    log.info({ terminalId, reason: error.reason }, 'a control connection was ended')
    end(webSocket, CLOSE_VIOLATION)
  } else {
    log.error({ terminalId, error }, 'a control message could not be dealt with')
    end(webSocket, CLOSE_FAILED)
  }
}

function logRefused({ log }: ControlDoorPorts) {
  return ({ terminalId }: Connection, reason: string): void => {
    log.info({ terminalId, reason }, 'a terminal did not obey')
  }
}

function lookAt(connection: Connection, times: DoorTimes): void {
  const nowMs = performance.now()
  const isSilent = nowMs - connection.heardAtMs >= times.silence
  const saysNothing = connection.version === undefined && nowMs - connection.openedAtMs >= times.hello
  // Without a farewell, which a half-open connection would never get.
  if (isSilent || saysNothing) connection.webSocket.terminate()
  else if (nowMs - Math.max(connection.heardAtMs, connection.pingedAtMs) >= times.heartbeat) {
    connection.pingedAtMs = nowMs
    writeFrame(connection, pingFrame)
  }
}

async function endOutdated(ports: ControlDoorPorts, connections: ReadonlyMap<TerminalId, Connection>): Promise<void> {
  const all = [...connections.values()]
  for (const { terminalId, reason } of await findOutdated(ports.database, ports.serverId, all)) {
    const connection = connections.get(terminalId)
    if (connection === undefined || !all.includes(connection)) continue
    if (reason === 'replaced' && performance.now() - connection.openedAtMs < SETTLED_MS) continue
    end(connection.webSocket, reason === 'revoked' ? CLOSE_REVOKED : CLOSE_REPLACED)
  }
}

async function endAll(connections: readonly Connection[]): Promise<void> {
  for (const { webSocket } of connections) end(webSocket, CLOSE_LEAVING)
  const ended = connections.map(
    ({ webSocket }) =>
      new Promise<void>(resolve => {
        if (webSocket.readyState === webSocket.CLOSED) resolve()
        else
          webSocket.once('close', () => {
            resolve()
          })
      }),
  )
  await Promise.all(ended)
  await Promise.all(connections.map(({ turn }) => turn ?? Promise.resolve()))
}

/** Says farewell, and does not wait long for the answer. */
function end(webSocket: WebSocket | undefined, code: number): void {
  if (webSocket === undefined) return
  webSocket.close(code)
  const timer = setTimeout(() => {
    webSocket.terminate()
  }, CLOSE_WITHIN_MS)
  webSocket.once('close', () => {
    clearTimeout(timer)
  })
}

function isOpen(webSocket: WebSocket): boolean {
  return webSocket.readyState === webSocket.OPEN
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
