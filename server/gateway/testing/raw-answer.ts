import type { Duplex } from 'node:stream'

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: string
}

/** Reads one answer and leaves what follows on the socket. Rejects when the connection ends before it is whole. */
export async function readAnswer(socket: Duplex, { hasBody = true } = {}): Promise<RawAnswer> {
  let seen = Buffer.alloc(0)
  for (;;) {
    const end = wholeLength(seen, hasBody)
    if (end !== undefined) {
      if (end < seen.length) socket.unshift(seen.subarray(end))
      return parse(seen.subarray(0, end))
    }
    seen = Buffer.concat([seen, await nextChunk(socket)])
  }
}

/** Waits for the end, with an alert or without. */
export function closed(socket: Duplex): Promise<void> {
  if (socket.destroyed) return Promise.resolve()
  return new Promise(resolve => {
    socket.once('close', () => {
      resolve()
    })
  })
}

function nextChunk(socket: Duplex): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const take = (): void => {
      const chunk: unknown = socket.read()
      if (Buffer.isBuffer(chunk)) done(() => resolve(chunk))
      else if (socket.readableEnded || socket.destroyed) done(() => reject(new Error('the connection ended')))
    }
    const end = (): void => {
      done(() => reject(new Error('the connection ended')))
    }
    const done = (settle: () => void): void => {
      socket.off('readable', take).off('end', end).off('close', end).off('error', end)
      settle()
    }
    socket.on('readable', take).on('end', end).on('close', end).on('error', end)
    take()
  })
}

function wholeLength(seen: Buffer, hasBody: boolean): number | undefined {
  const headEnd = seen.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const start = headEnd + 4
  const { headers, status } = parse(seen.subarray(0, start))
  if (!hasBody || status < 200 || status === 204 || status === 304) return start
  if (headers.get('transfer-encoding')?.[0] === 'chunked') {
    const last = seen.indexOf('0\r\n\r\n', start)
    return last < 0 ? undefined : last + 5
  }
  const end = start + Number(headers.get('content-length')?.[0] ?? 0)
  return seen.length < end ? undefined : end
}

function parse(bytes: Buffer): RawAnswer {
  const text = bytes.toString('latin1')
  const at = text.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = text.slice(0, at).split('\r\n')
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  return { status: Number(statusLine.split(' ')[1]), headers, body: text.slice(at + 4) }
}
