import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent, request, type RequestOptions } from 'node:https'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  /** With its query. */
  readonly path: string
  readonly token: string
  /** JSON text. */
  readonly body?: string
}

export interface HttpAnswer {
  readonly status: number
  readonly date: string | undefined
  readonly retryAfter: string | undefined
  readonly text: string
}

/**
 * Asks the server once. Where no whole answer came it throws `LINE_UNREACHABLE` if no connection stood, so that nothing can
 * have arrived, else `LINE_ANSWER_LOST`.
 */
export type HttpExchange = (asked: HttpRequest) => Promise<HttpAnswer>

export interface HttpExchangeParts {
  readonly url: string
  /** The one authority this terminal believes, instead of all those the machine knows. */
  readonly authorityPem: string
  /** Keeps connections. Left out: one of this exchange's own. */
  readonly agent?: Agent
  readonly connectTimeoutMs?: number
  /** The longest without a sign of life once the server took the call. An interim answer is one, and so is a handshake. */
  readonly silenceTimeoutMs?: number
  /** From asking to the last byte of the answer, whatever the server says meanwhile. */
  readonly answerTimeoutMs?: number
  readonly answerLimitBytes?: number
}

const defaults = {
  connectTimeoutMs: 3000,
  silenceTimeoutMs: 15_000,
  answerTimeoutMs: 300_000,
  answerLimitBytes: 16 * 1024 * 1024,
} as const

/**
 * The only way this process speaks to the prison server.
 *
 *  - TLS 1.3, to a server the pinned authority vouches for, whatever the environment says.
 *  - Redirects are not followed; an answer is bounded in time and size.
 *  - A server that is busy is waited for as long as it says so: a thousand terminals whose line comes back together would
 *    otherwise all give up in the middle of their handshakes, and begin them again.
 *  - A kept connection that the server closed meanwhile is replaced once: everything asked here may be asked twice.
 */
export function createHttpExchange(parts: HttpExchangeParts): HttpExchange {
  const settings = { ...defaults, ...parts }
  const { authorityPem: ca, url } = settings
  const agent =
    parts.agent ?? new Agent({ keepAlive: true, maxSockets: 4, ca, minVersion: 'TLSv1.3', rejectUnauthorized: true })
  return async asked => {
    const attempt = { wasReused: false, hadConnection: false }
    try {
      return await exchange(asked, { ...settings, agent, base: url }, attempt)
    } catch (error) {
      if (!attempt.wasReused) throw noAnswer(error, attempt)
    }
    return exchange(asked, { ...settings, agent, base: url }, attempt).catch((error: unknown) => {
      throw noAnswer(error, attempt)
    })
  }
}

interface Attempt {
  wasReused: boolean
  hadConnection: boolean
}

function noAnswer(cause: unknown, { hadConnection }: Attempt): GuichetError {
  return new GuichetError(hadConnection ? 'LINE_ANSWER_LOST' : 'LINE_UNREACHABLE', 'the server did not answer', {
    cause,
  })
}

interface Settings {
  readonly agent: Agent
  readonly base: string
  readonly connectTimeoutMs: number
  readonly silenceTimeoutMs: number
  readonly answerTimeoutMs: number
  readonly answerLimitBytes: number
}

function exchange(asked: HttpRequest, settings: Settings, attempt: Attempt): Promise<HttpAnswer> {
  const { method, path, body } = asked
  const { agent, answerLimitBytes } = settings
  const options: RequestOptions = {
    agent,
    method,
    headers: headersOf(asked),
    signal: AbortSignal.timeout(settings.answerTimeoutMs),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, settings.base), options)
    const noteLife = endWhenSilent(outgoing, settings)
    outgoing.once('error', error => {
      attempt.wasReused = outgoing.reusedSocket && isReset(error)
      reject(error)
    })
    outgoing.once('socket', socket => {
      if (outgoing.reusedSocket) {
        attempt.hadConnection = true
        return
      }
      socket.once('secureConnect', () => {
        attempt.hadConnection = true
      })
    })
    outgoing.once('response', response => {
      readAnswer(response, answerLimitBytes, noteLife).then(resolve, reject)
    })
    outgoing.end(body)
  })
}

/** Gives a question up that nothing is heard on for too long. Answers what is called for each thing that is heard. */
function endWhenSilent(outgoing: ClientRequest, { connectTimeoutMs, silenceTimeoutMs }: Settings): () => void {
  let timer: NodeJS.Timeout | undefined
  const allow = (ms: number, reason: string): void => {
    clearTimeout(timer)
    // Answered: its connection may carry another question by then.
    if (outgoing.destroyed) return
    timer = setTimeout(() => outgoing.destroy(new Error(reason)), ms)
  }
  const noteLife = (): void => {
    allow(silenceTimeoutMs, 'no sign of life in time')
  }
  outgoing.once('socket', socket => {
    if (!socket.connecting) {
      noteLife()
      return
    }
    allow(connectTimeoutMs, 'no connection in time')
    socket.once('connect', noteLife)
    socket.once('secureConnect', noteLife)
  })
  outgoing.on('information', noteLife)
  outgoing.once('close', () => {
    clearTimeout(timer)
  })
  return noteLife
}

function headersOf({ token, body }: HttpRequest): Record<string, string> {
  const common = { accept: 'application/json', authorization: `Bearer ${token}` }
  if (body === undefined) return common
  return { ...common, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
}

async function readAnswer(response: IncomingMessage, limitBytes: number, noteLife: () => void): Promise<HttpAnswer> {
  const chunks: Buffer[] = []
  let size = 0
  noteLife()
  for await (const chunk of response as AsyncIterable<Buffer>) {
    noteLife()
    size += chunk.length
    if (size > limitBytes) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  if (!response.complete) throw new Error('the answer was cut off')
  const { date, 'retry-after': retryAfter } = response.headers
  return { status: response.statusCode ?? 0, date, retryAfter, text: Buffer.concat(chunks).toString('utf8') }
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
