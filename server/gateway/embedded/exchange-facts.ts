import type { IncomingMessage } from 'node:http'
import { INITIATOR_HEADER, requestTypeSchema, TYPE_HEADER } from '#shared/contracts/gateway.ts'
import type { SentHeaders } from '#shared/policy/sent-headers.ts'

/** Where a connection leads, as its CONNECT said it; for a plain proxy request it stands in each request's own line. */
export interface Place {
  readonly scheme: 'https'
  readonly host: string
  readonly port: number
}

/** What a request says of itself, before anybody judges it. */
export interface ExchangeFacts {
  readonly url: string
  readonly method: string
  readonly type: string
  readonly initiator: string | undefined
  readonly headers: SentHeaders
  readonly hasTransferEncoding: boolean
  /** In bytes; `undefined` where none is told, and then there is no body. */
  readonly contentLength: number | undefined
}

/** The head of a request, before its body. */
export type RequestHead = Pick<IncomingMessage, 'rawHeaders' | 'method' | 'url' | 'httpVersion'>

/**
 * Reads a request, or answers `undefined` where its parts contradict one another: then it is no request at all.
 *
 *  - No header comes twice, `Cookie` excepted: two readers might take another one each.
 *  - `Host`, the place of the CONNECT and an absolute address name the same host and port.
 */
export function readFacts(request: RequestHead, place: Place | undefined): ExchangeFacts | undefined {
  const headers = headersOf(request.rawHeaders)
  const { method, url: target, httpVersion } = request
  if (headers === undefined || method === undefined || target === undefined || httpVersion !== '1.1') return undefined
  const url = place === undefined ? plainAddress(target, headers) : securedAddress(target, headers, place)
  if (url === undefined) return undefined
  const length = headers['content-length']
  return {
    url,
    method,
    headers,
    type: typeOf(headers),
    initiator: initiatorOf(headers),
    hasTransferEncoding: headers['transfer-encoding'] !== undefined,
    contentLength: length === undefined ? undefined : Number(length),
  }
}

function headersOf(raw: readonly string[]): Record<string, string> | undefined {
  const headers = new Map<string, string>()
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    const value = raw[at + 1] ?? ''
    const earlier = headers.get(name)
    if (earlier !== undefined && name !== 'cookie') return undefined
    headers.set(name, earlier === undefined ? value : `${earlier}; ${value}`)
  }
  return Object.fromEntries(headers)
}

/** `http://host[:port]/…`, as a browser asks a proxy. TLS never comes this way: it has a CONNECT. */
function plainAddress(target: string, headers: SentHeaders): string | undefined {
  const authority = /^http:\/\/([^/?#\\@]+)(?=[/?]|$)/.exec(target)?.[1]
  return authority !== undefined && authority === headers['host'] ? target : undefined
}

function securedAddress(target: string, headers: SentHeaders, { scheme, host, port }: Place): string | undefined {
  const authority = port === 443 ? host : `${host}:${port}`
  const isSame = headers['host'] === authority || headers['host'] === `${host}:${port}`
  if (!isSame) return undefined
  const origin = `${scheme}://${authority}`
  if (target.startsWith('/')) return `${origin}${target}`
  return target.startsWith(`${origin}/`) ? target : undefined
}

const typeOfDestination: Readonly<Record<string, string>> = {
  audio: 'media',
  document: 'mainFrame',
  embed: 'object',
  empty: 'xhr',
  font: 'font',
  frame: 'subFrame',
  iframe: 'subFrame',
  image: 'image',
  object: 'object',
  report: 'cspReport',
  script: 'script',
  style: 'stylesheet',
  track: 'media',
  video: 'media',
  worker: 'script',
}

/** The kiosk's gate says it; else it is read from what the browser itself adds. Unknown is a type no rule grants. */
function typeOf(headers: SentHeaders): string {
  const told = headers[TYPE_HEADER]
  if (told !== undefined) return requestTypeSchema.safeParse(told).data ?? 'other'
  return typeOfDestination[headers['sec-fetch-dest'] ?? ''] ?? 'other'
}

/**
 * The page that causes the request. `undefined` is the terminal itself: the kiosk's gate named a type and no page, or the
 * browser says that no page asked. A page that does not say who it is, is none: `null` belongs to no site.
 */
function initiatorOf(headers: SentHeaders): string | undefined {
  const told = headers[INITIATOR_HEADER]
  if (told !== undefined || headers[TYPE_HEADER] !== undefined) return told
  const page = headers['origin'] ?? headers['referer']
  if (page !== undefined) return page
  return headers['sec-fetch-site'] === 'none' ? undefined : 'null'
}
