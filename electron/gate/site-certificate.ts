import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

/*
 * Threat: somebody between the terminal and the site, with a certificate that some authority of the machine's list vouches
 * for. The gateway shows every site under certificates of the prison's web authority. So that one is believed, and no other.
 */

/** What Chromium tells of a certificate; the rest of its chain and its own verdict do not count. */
export interface ShownCertificate {
  readonly hostname: string
  readonly certificate: { readonly data: string }
}

export type CertificateDecision =
  | { readonly effect: 'accept' }
  | {
      readonly effect: 'refuse'
      readonly reason: 'unreadable' | 'not-issued' | 'not-a-leaf' | 'other-name' | 'not-valid-now'
    }

export interface CertificateVerifier {
  (request: ShownCertificate, answer: (result: number) => void): void
}

/** Chromium's number for a certificate that is good, whatever else it thinks of it. */
const ACCEPTED = 0
/** `net::ERR_FAILED`. */
const REFUSED = -2

/**
 * Decides whether a site is shown by the gateway: its certificate is issued and signed by the web authority itself, is
 * none that could issue others, names the very host, and is valid now.
 */
export function evaluateCertificate(
  { hostname, certificate }: ShownCertificate,
  authority: X509Certificate,
  nowMs: number,
): CertificateDecision {
  const shown = parseCertificate(certificate.data)
  if (shown === undefined) return { effect: 'refuse', reason: 'unreadable' }
  if (!shown.checkIssued(authority) || !shown.verify(authority.publicKey)) {
    return { effect: 'refuse', reason: 'not-issued' }
  }
  if (shown.ca) return { effect: 'refuse', reason: 'not-a-leaf' }
  if (!isFor(shown, hostname)) return { effect: 'refuse', reason: 'other-name' }
  const isValidNow = Date.parse(shown.validFrom) <= nowMs && nowMs <= Date.parse(shown.validTo)
  return isValidNow ? { effect: 'accept' } : { effect: 'refuse', reason: 'not-valid-now' }
}

/** Answers Chromium for one session. What cannot be decided is refused. */
export function createCertificateVerifier(authorityPem: string, nowMs: () => number): CertificateVerifier {
  const authority = parseCertificate(authorityPem)
  return (request, answer) => {
    answer(authority !== undefined && isAccepted(request, authority, nowMs()) ? ACCEPTED : REFUSED)
  }
}

function isAccepted(...asked: Parameters<typeof evaluateCertificate>): boolean {
  try {
    return evaluateCertificate(...asked).effect === 'accept'
  } catch {
    return false
  }
}

function isFor(certificate: X509Certificate, hostname: string): boolean {
  if (isIP(hostname) !== 0) return certificate.checkIP(hostname) !== undefined
  return certificate.checkHost(hostname, { subject: 'never', wildcards: false }) !== undefined
}

function parseCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}
