import { createHash, X509Certificate } from 'node:crypto'

/** The fingerprint of a certificate's key: another certificate of the same key has the same one. */
export function keyFingerprint({ publicKey }: X509Certificate): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** Of a certificate in PEM; throws where it is none. */
export function authorityFingerprint(pem: string): string {
  return keyFingerprint(new X509Certificate(pem))
}

/**
 * Whether `authority` issued `certificate`, by name and by signature.
 *
 * No date is looked at: the clock of a new terminal may not be set yet, and who holds the authority's key could write any date.
 */
export function hasIssued(authority: X509Certificate, certificate: X509Certificate): boolean {
  return authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
}
