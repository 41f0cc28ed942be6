import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { REFUSED_HEADER } from '#shared/contracts/gateway.ts'
import { denyReasons, type DenyReason } from '#shared/policy/deny-reasons.ts'

const phrases = {
  400: 'Bad Request',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  417: 'Expectation Failed',
  502: 'Bad Gateway',
  504: 'Gateway Timeout',
} as const
export type RefusalStatus = keyof typeof phrases

export interface Answer {
  readonly status: RefusalStatus
  readonly reason: DenyReason
  readonly siteNumber?: number
}

/** `W-<site>-<reason>`: what a person reads out to a technician. */
export function codeOf({ reason, siteNumber = 0 }: Answer): string {
  return `W-${siteNumber}-${denyReasons[reason]}`
}

function headersOf(answer: Answer): Record<string, string> {
  return {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(codeOf(answer).length),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    [REFUSED_HEADER]: answer.reason,
  }
}

/** Answers a request with its refusal. After one that was not read to its end, or not understood, the connection ends. */
export function refuse(response: ServerResponse, answer: Answer, mayGoOn: boolean): void {
  response.sendDate = false
  if (!mayGoOn) response.shouldKeepAlive = false
  response.writeHead(answer.status, phrases[answer.status], headersOf(answer))
  response.end(codeOf(answer))
}

/** Refuses where there is no request to answer, and ends the connection. */
export function refuseOnSocket(socket: Duplex, answer: Answer): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const head = Object.entries({ ...headersOf(answer), Connection: 'close' }).map(([name, value]) => `${name}: ${value}`)
  const lines = [`HTTP/1.1 ${answer.status} ${phrases[answer.status]}`, ...head, '', codeOf(answer)]
  socket.end(lines.join('\r\n'), () => {
    socket.destroy()
  })
}
