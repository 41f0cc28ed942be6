import { createHash, X509Certificate } from 'node:crypto'

/** What an authority is known by: SHA-256 of its public key (SubjectPublicKeyInfo, DER), hexadecimal. It survives a renewal. */
export function authorityFingerprint(certificatePem: string): string {
  const key = new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('hex')
}
