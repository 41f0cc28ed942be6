import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type IncomingMessage, request } from 'node:http'
import type { TLSSocket } from 'node:tls'

export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** JSON text. */
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly text: string
}

const ANSWER_LIMIT_MS = 20_000
/** A configuration is a few thousand bytes. */
const ANSWER_LIMIT_BYTES = 256 * 1024

/**
 * Asks one thing over a connection and ends it. Bounded in time and size; redirects are not followed.
 *
 * Throws `LINE_ANSWER_LOST`: what was asked may have arrived.
 */
export async function askOver(socket: TLSSocket, host: string, { method, path, body }: Question): Promise<Answer> {
  const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), ANSWER_LIMIT_MS)
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const outgoing = request({
        createConnection: () => socket,
        method,
        path,
        headers: { host, accept: 'application/json', connection: 'close', ...bodyHeaders(body) },
      })
      outgoing.once('error', reject)
      outgoing.once('response', response => {
        read(response).then(resolve, reject)
      })
      outgoing.end(body)
    })
  } catch (cause) {
    throw new GuichetError('LINE_ANSWER_LOST', 'the server did not answer', { cause })
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function bodyHeaders(body: string | undefined): Record<string, string> {
  if (body === undefined) return {}
  return { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > ANSWER_LIMIT_BYTES) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  if (!response.complete) throw new Error('the answer was cut off')
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }
}
