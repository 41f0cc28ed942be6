import { CONTROL_MESSAGE_LIMIT } from '#shared/contracts/control.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { IncomingMessage } from 'node:http'
import { Agent } from 'node:https'
import { WebSocket } from 'ws'
import type { ControlSocket, Dial, Dialled, SocketEvents } from '../control/line-ports.ts'
import type { ProvedAnswer } from './as-terminal.ts'
import { parseRetryAfterMs } from './retry-after.ts'

/** From asking to an open channel, or to a refusal. */
const ANSWER_TIMEOUT_MS = 10_000

/** What the server says to a wish for a channel. `socket` is there where it was granted. */
export interface ChannelAnswer extends ProvedAnswer {
  readonly retryAfter: string | undefined
  readonly socket?: ControlSocket
}

export interface DialParts {
  readonly url: string
  /** The one authority this terminal believes, as on the line. */
  readonly authorityPem: string
  /** Proves who asks; asks once more where a fresh proof can make the difference. */
  readonly asTerminal: (ask: (token: string) => Promise<ChannelAnswer>) => Promise<ChannelAnswer>
  readonly nowMs: () => number
  /** Keeps TLS sessions. Left out: one of this channel's own. */
  readonly agent?: Agent
  readonly answerTimeoutMs?: number
}

/**
 * Opens the control channel (RFC 6455) to the prison server.
 *
 *  - TLS 1.3, to a server the pinned authority vouches for, whatever the environment says. Redirects are not followed.
 *  - Text messages alone, bounded in length, not compressed. What is anything else ends the connection.
 */
export function createDialControl(parts: DialParts): Dial {
  const { authorityPem: ca, asTerminal, nowMs } = parts
  const agent = parts.agent ?? new Agent({ ca, minVersion: 'TLSv1.3', rejectUnauthorized: true, keepAlive: false })
  return async events => {
    try {
      const answer = await asTerminal(token => ask({ ...parts, agent }, token, events))
      return evaluateAnswer(answer, nowMs())
    } catch {
      // No connection, or none that ends in an answer: all the same to who tries again later.
      return { status: 'unreachable', retryAfterMs: null }
    }
  }
}

function evaluateAnswer({ status, socket, retryAfter, date }: ChannelAnswer, nowMs: number): Dialled {
  if (socket !== undefined) return { status: 'open', socket }
  if (status === 401 || status === 403) return { status: 'refused' }
  return { status: 'unreachable', retryAfterMs: parseRetryAfterMs(retryAfter, date, nowMs) }
}

function ask(
  parts: DialParts & { readonly agent: Agent },
  token: string,
  events: SocketEvents,
): Promise<ChannelAnswer> {
  const { agent, url, answerTimeoutMs = ANSWER_TIMEOUT_MS } = parts
  const socket = new WebSocket(new URL(terminalRoutes.control, url), {
    agent,
    headers: { authorization: `Bearer ${token}` },
    handshakeTimeout: answerTimeoutMs,
    maxPayload: CONTROL_MESSAGE_LIMIT,
    perMessageDeflate: false,
    followRedirects: false,
  })
  return new Promise((resolve, reject) => {
    let answer: Omit<ChannelAnswer, 'socket'> = { status: 0, date: undefined, retryAfter: undefined }
    const read = ({ statusCode: status = 0, headers: { date, 'retry-after': retryAfter } }: IncomingMessage) => {
      answer = { status, date, retryAfter }
    }
    socket.on('error', reject)
    socket.on('upgrade', read)
    socket.on('unexpected-response', (request, response) => {
      read(response)
      request.destroy()
      resolve(answer)
    })
    socket.on('open', () => {
      follow(socket, events)
      resolve({ ...answer, socket: controlSocket(socket) })
    })
  })
}

function follow(socket: WebSocket, { heard, message, closed }: SocketEvents): void {
  socket.on('ping', heard)
  socket.on('message', (data: Buffer, isBinary) => {
    heard()
    if (isBinary) socket.terminate()
    else message(data.toString('utf8'))
  })
  socket.on('close', closed)
}

function controlSocket(socket: WebSocket): ControlSocket {
  return {
    send: text => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    end: () => {
      socket.terminate()
    },
  }
}
