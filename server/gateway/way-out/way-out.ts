import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as overTcp } from 'node:http'
import { Agent as HttpsAgent, request as overTls, type RequestOptions } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { CanonicalAddress } from '#shared/policy/canonical-address.ts'
import { findAddresses, type Resolve, withoutBrackets } from './find-addresses.ts'
import { WayOutError } from './way-out-error.ts'

/** A request that was granted, as it goes out. */
export interface GrantedRequest {
  readonly method: string
  readonly address: CanonicalAddress
  readonly headers: Readonly<Record<string, string>>
  /** `undefined`: none, and no length is told. */
  readonly body: Buffer | undefined
  /** Whether the site it is asked of lists this host as it is written, with the address's scheme and port. */
  readonly isListed: (host: string) => boolean
  /** Ends it when the terminal has gone. */
  readonly signal: AbortSignal
}

/** The connections of one tunnel to the sites. No two tunnels share one. */
export interface WayOut {
  /** The beginning of the site's answer. Rejects with a `WayOutError`; nothing else is foreseen. */
  readonly send: (request: GrantedRequest) => Promise<IncomingMessage>
  readonly close: () => void
}

export interface WayOutSettings {
  readonly resolve: Resolve
  /** Authorities that vouch for sites, PEM. Left out: those Node knows, and those of NODE_EXTRA_CA_CERTS. */
  readonly authorities?: readonly string[]
  readonly connectTimeoutMs?: number
  /** How long a site may be silent, before its answer and within it. */
  readonly silenceTimeoutMs?: number
}

const defaults = { connectTimeoutMs: 10_000, silenceTimeoutMs: 30_000 } as const
/** One tunnel carries one request at a time; a second connection is for a site that closes the first one late. */
const CONNECTIONS_PER_SITE = 2
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * Makes a way out for one tunnel.
 *
 *  - A name is resolved once a connection; the connection is made to one of the addresses that were looked at.
 *  - TLS is verified for the host in the address, whatever the environment says.
 *  - Nothing is followed, and a change of protocol is refused. What comes before the answer (1xx) is dropped.
 *  - A write goes out on a connection of its own, once. A read that meets a kept connection as the site closes it is
 *    repeated on a fresh one.
 */
export function createWayOut(settings: WayOutSettings): WayOut {
  const kept = { keepAlive: true, maxSockets: CONNECTIONS_PER_SITE, maxFreeSockets: 1 } as const
  const agents: Agents = { http: new HttpAgent(kept), https: new HttpsAgent({ ...kept, ...tlsOf(settings) }) }
  const attempt = (request: GrantedRequest, keep: boolean): Promise<IncomingMessage> =>
    connectAndSend(request, settings, keep ? agents : undefined)
  return {
    send: async request => {
      if (!reading.has(request.method)) return attempt(request, false)
      try {
        return await attempt(request, true)
      } catch (error) {
        if (!(error instanceof StaleConnection)) throw error
        return attempt(request, false)
      }
    },
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** A kept connection ended before it carried anything back. */
class StaleConnection extends WayOutError {
  constructor(cause: unknown) {
    super('site-unreachable', 502, { cause })
  }
}

function tlsOf({
  authorities,
}: WayOutSettings): Pick<RequestOptions, 'rejectUnauthorized' | 'minVersion'> & { ca?: string[] } {
  return {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(authorities !== undefined && { ca: [...authorities] }),
  }
}

async function connectAndSend(
  request: GrantedRequest,
  settings: WayOutSettings,
  agents: Agents | undefined,
): Promise<IncomingMessage> {
  const { address, headers, method, body, isListed, signal } = request
  const addresses = await findAddresses(address.host, isListed, settings.resolve)
  const host = withoutBrackets(address.host)
  const url = new URL(address.href)
  const options: RequestOptions = {
    ...tlsOf(settings),
    agent: agents?.[address.scheme] ?? false,
    method,
    host,
    port: address.port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host, ...(body !== undefined && { 'content-length': String(body.length) }) },
    lookup: amongst(addresses),
    ...(isIP(host) === 0 && { servername: host }),
    timeout: settings.silenceTimeoutMs ?? defaults.silenceTimeoutMs,
    signal,
  }
  const outgoing = address.scheme === 'https' ? overTls(options) : overTcp(options)
  return answerTo(outgoing, body, settings)
}

/** Answers every look-up of a socket with the addresses that were looked at before. */
function amongst(addresses: readonly string[]): LookupFunction {
  const all = addresses.map(address => ({ address, family: isIP(address) }))
  return (_name, options, callback) => {
    const [first] = all
    if (options.all === true || first === undefined) callback(null, [...all])
    else callback(null, first.address, first.family)
  }
}

function answerTo(
  outgoing: ClientRequest,
  body: Buffer | undefined,
  { connectTimeoutMs = defaults.connectTimeoutMs }: WayOutSettings,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => outgoing.destroy(new WayOutError('site-unreachable', 504)), connectTimeoutMs)
    const connected = (): void => {
      clearTimeout(timer)
    }
    outgoing.once('socket', socket => {
      if (outgoing.reusedSocket) connected()
      else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected)
    })
    outgoing.once('close', connected)
    outgoing.once('timeout', () => outgoing.destroy(new WayOutError('site-unreachable', 504)))
    outgoing.once('upgrade', (_answer, socket) => {
      socket.destroy()
      reject(new WayOutError('answer-not-allowed', 502))
    })
    outgoing.once('response', resolve)
    outgoing.once('error', error => {
      reject(problemOf(error, outgoing.reusedSocket))
    })
    outgoing.end(body)
  })
}

function problemOf(error: Error, wasReused: boolean): WayOutError {
  if (error instanceof WayOutError) return error
  const isReset = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
  if (wasReused && isReset) return new StaleConnection(error)
  return new WayOutError('site-unreachable', 502, { cause: error })
}
