import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { createHash, type webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY_MS = 24 * 60 * 60 * 1000

/** Vouches for every host of the test. */
export interface Authority {
  readonly certificatePem: string
  readonly keyPem: string
}

export async function createAuthority(): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: ['Test authority'] }],
    keys,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificatePem: certificate.toString('pem'), keyPem: await exportKey(keys.privateKey) }
}

/** Issues certificates on the spot, one for each name that is asked for, and remembers them. */
export class Issuer {
  readonly #contexts = new Map<string, Promise<SecureContext>>()
  readonly #authority: Authority
  readonly #keys = crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

  constructor(authority: Authority) {
    this.#authority = authority
  }

  contextFor(host: string): Promise<SecureContext> {
    const context = this.#contexts.get(host) ?? this.identity(host).then(createSecureContext)
    this.#contexts.set(host, context)
    return context
  }

  /** A certificate for `host` with the authority's behind it, and its key. */
  async identity(host: string): Promise<{ readonly cert: string; readonly key: string }> {
    const keys = await this.#keys
    const issuer = new x509.X509Certificate(this.#authority.certificatePem)
    const certificate = await x509.X509CertificateGenerator.create({
      subject: [{ CN: [host] }],
      issuer: issuer.subject,
      publicKey: keys.publicKey,
      signingKey: await importKey(this.#authority.keyPem),
      signingAlgorithm: algorithm,
      ...validity(),
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([{ type: isIP(host) === 0 ? 'dns' : 'ip', value: host }]),
        await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ],
    })
    const chain = `${certificate.toString('pem')}\n${this.#authority.certificatePem}`
    return { cert: chain, key: await exportKey(keys.privateKey) }
  }
}

/** By which Chromium is told to believe an authority, wherever in the process it is asked. */
export async function publicKeyPin({ certificatePem }: Authority): Promise<string> {
  const { publicKey } = new x509.X509Certificate(certificatePem)
  return createHash('sha256').update(Buffer.from(publicKey.rawData)).digest('base64')
}

function validity(): { readonly notBefore: Date; readonly notAfter: Date } {
  const now = Date.now()
  return { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + DAY_MS) }
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

async function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, false, ['sign'])
}
