import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer, type Server, type ServerOptions } from 'node:https'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY_MS = 24 * 60 * 60 * 1000

export interface ThrowAwayAuthority {
  readonly certificatePem: string
  /** A certificate and key for `127.0.0.1`, or for another name. */
  readonly issue: (address?: string) => Promise<{ readonly cert: string; readonly key: string }>
}

export async function createThrowAwayAuthority(): Promise<ThrowAwayAuthority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const lifetime = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) }
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...lifetime,
    name: 'CN=Throw-away authority',
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  })
  return {
    certificatePem: authority.toString('pem'),
    issue: async (address = '127.0.0.1') => {
      const own = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
      const certificate = await x509.X509CertificateGenerator.create({
        ...lifetime,
        subject: 'CN=Throw-away server',
        issuer: authority.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: address }])],
      })
      const pkcs8 = await crypto.subtle.exportKey('pkcs8', own.privateKey)
      return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') }
    },
  }
}

export interface ThrowAwayServer {
  readonly url: string
  readonly server: Server
  readonly close: () => Promise<void>
}

export async function startThrowAwayServer(
  options: ServerOptions,
  listener: RequestListener,
): Promise<ThrowAwayServer> {
  const server = createServer(options, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `https://127.0.0.1:${address.port}`,
    server,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
