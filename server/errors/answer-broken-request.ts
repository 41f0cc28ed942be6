import type { Socket } from 'node:net'

const statusLines: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}
const body = JSON.stringify({ code: 'BODY_INVALID', retryable: false })

/** Answers what is not HTTP at all, so that it never became a request: the same small body, then the end. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = statusLines[error.code ?? ''] ?? '400 Bad Request'
  if (!socket.writable) {
    socket.destroy(error)
    return
  }
  const head = [
    `HTTP/1.1 ${status}`,
    `Content-Length: ${body.length}`,
    'Content-Type: application/json; charset=utf-8',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
