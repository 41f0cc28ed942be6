import { createHash, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'

/**
 * The pin of the key that the gateway shows every site with: a browser that is no kiosk is told to believe it. It is asked
 * for at the gateway, because it never leaves the gateway's memory.
 */
export async function leafPin(tunnel: Duplex, host: string): Promise<string> {
  tunnel.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`)
  const [answer] = (await once(tunnel, 'data')) as [Buffer]
  if (!answer.toString('latin1').startsWith('HTTP/1.1 200')) throw new Error(`the gateway refused ${host}`)
  // Whose it is does not matter here: it is only looked at.
  const secure = connect({ socket: tunnel, servername: host, rejectUnauthorized: false })
  await once(secure, 'secureConnect')
  const { publicKey } = new X509Certificate(secure.getPeerCertificate().raw)
  secure.destroy()
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')
}
