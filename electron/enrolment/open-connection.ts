import { GuichetError } from '#shared/errors/guichet-error.ts'
import { X509Certificate } from 'node:crypto'
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import { hasIssued, keyFingerprint } from './authority.ts'

/** A connection to whoever holds the key of a certificate that `authority` issued. */
export interface Connection {
  readonly socket: TLSSocket
  readonly authority: X509Certificate
}

const HTTPS_PORT = 443
/** From dialling to the end of the handshake. */
const CONNECT_LIMIT_MS = 6000
/** What OpenSSL and BoringSSL say of an answer that is not TLS, or not the TLS of a prison server. */
const NOT_THAT_TLS = /^(?:ERR_SSL_|EPROTO)/

/**
 * Connects to a server whose certificate nothing has vouched for yet, and answers with the authority that did issue it.
 *
 *  - Nothing is sent before this answers. What is believed is the caller's to decide, by the authority's key.
 *  - `authorityPem`: that authority is already here, and need not be shown by the server.
 *  - Throws `LINE_UNREACHABLE` where nothing answers in time, `ENROLMENT_SERVER_UNKNOWN` where what answers shows no
 *    certificate that its own authority issued, `ENROLMENT_KEY_DIFFERS` where it is not one of `authorityPem`.
 */
export async function openConnection(url: URL, authorityPem?: string): Promise<Connection> {
  const socket = await shakeHands(url)
  try {
    return { socket, authority: findAuthority(socket, authorityPem) }
  } catch (error) {
    socket.destroy()
    throw error
  }
}

function shakeHands({ hostname, port }: URL): Promise<TLSSocket> {
  const host = hostname.replaceAll(/[[\]]/g, '')
  const place = { host, port: Number(port === '' ? HTTPS_PORT : port) }
  return new Promise((resolve, reject) => {
    // Whom it believes is decided below and by the caller, not by the machine's list: no prison's authority is on it.
    const socket = connect({ ...place, minVersion: 'TLSv1.3', rejectUnauthorized: false })
    const fail = (cause: Error) => {
      clearTimeout(timer)
      socket.destroy()
      reject(refusalFor(cause))
    }
    const timer = setTimeout(() => {
      fail(new Error('no connection in time'))
    }, CONNECT_LIMIT_MS)
    // Stays: what goes wrong later is told to whoever asks over it.
    socket.on('error', fail)
    socket.once('close', () => {
      fail(new Error('closed before it stood'))
    })
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
  })
}

function refusalFor(cause: Error): GuichetError {
  const isOtherTls = 'code' in cause && typeof cause.code === 'string' && NOT_THAT_TLS.test(cause.code)
  if (isOtherTls) return new GuichetError('ENROLMENT_SERVER_UNKNOWN', 'what answers there speaks otherwise', { cause })
  return new GuichetError('LINE_UNREACHABLE', 'nothing answers there', { cause })
}

function findAuthority(socket: TLSSocket, authorityPem: string | undefined): X509Certificate {
  const [own, ...above] = shownCertificates(socket.getPeerCertificate(true))
  if (own === undefined) throw new GuichetError('ENROLMENT_SERVER_UNKNOWN', 'it shows no certificate')
  if (authorityPem !== undefined) {
    const pinned = new X509Certificate(authorityPem)
    if (hasIssued(pinned, own)) return pinned
    throw new GuichetError('ENROLMENT_KEY_DIFFERS', 'another authority issued its certificate')
  }
  const authority = above.find(candidate => hasIssued(candidate, own))
  if (authority === undefined) throw new GuichetError('ENROLMENT_SERVER_UNKNOWN', 'it does not show its authority')
  return authority
}

/** What the server showed, its own first. The last one names itself as its issuer. */
function shownCertificates(shown: DetailedPeerCertificate | undefined): X509Certificate[] {
  const found: X509Certificate[] = []
  const seen = new Set<string>()
  let next = shown
  while (next?.raw !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256)
    found.push(new X509Certificate(next.raw))
    next = next.issuerCertificate
  }
  return found
}

/** The same as `openConnection`, to a server that was found before: another key ends it before anything is sent. */
export async function openPinned(
  url: URL,
  pinned: { readonly fingerprint: string; readonly authorityPem?: string | undefined },
): Promise<Connection> {
  const connection = await openConnection(url, pinned.authorityPem)
  if (keyFingerprint(connection.authority) === pinned.fingerprint) return connection
  connection.socket.destroy()
  throw new GuichetError('ENROLMENT_KEY_DIFFERS', 'the key of its authority is another one')
}
