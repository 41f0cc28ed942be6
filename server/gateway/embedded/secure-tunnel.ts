import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { type SecureContext, TLSSocket } from 'node:tls'
import { withoutBrackets } from '../way-out/find-addresses.ts'

/**
 * Speaks TLS with the terminal in the site's place.
 *
 *  - The name the terminal asks for is the one it connected to, or the connection ends.
 *  - HTTP/1.1 and nothing else: what HTTP/2 adds would have to be judged as well.
 *  - Rejects when the terminal breaks off, or takes longer than `timeoutMs`.
 */
export function secureTunnel(
  socket: Duplex,
  { host, context, timeoutMs }: { readonly host: string; readonly context: SecureContext; readonly timeoutMs: number },
): Promise<TLSSocket> {
  const isName = isIP(withoutBrackets(host)) === 0
  const secured = new TLSSocket(socket, {
    isServer: true,
    secureContext: context,
    ALPNProtocols: ['http/1.1'],
    SNICallback: (name, answer) => {
      if (isName && name === host) answer(null, context)
      else answer(new Error('another name than the one connected to'))
    },
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => secured.destroy(new Error('no handshake in time')), timeoutMs)
    secured.once('secure', () => {
      const asked: unknown = secured.servername
      if (isName && asked !== host) secured.destroy(new Error('no name asked for'))
      else resolve(secured)
    })
    secured.once('error', reject)
    secured.once('close', () => {
      reject(new Error('closed before it was secure'))
    })
    secured.once('secure', () => {
      clearTimeout(timer)
    })
    secured.once('close', () => {
      clearTimeout(timer)
    })
  })
}
