import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { webcrypto } from 'node:crypto'
import { isIP } from 'node:net'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY_MS = 24 * 60 * 60 * 1000

/** A terminal whose clock is a day slow must still find the certificate valid. */
const BACKDATED_MS = 2 * DAY_MS
const AUTHORITY_LIFE_MS = 20 * 365 * DAY_MS
/** A year, replaced early at any start; terminals pin the authority, so a new one needs no visit. */
const SERVER_LIFE_MS = 397 * DAY_MS
const RENEW_BEFORE_MS = 60 * DAY_MS

/** A certificate and its key, PEM. */
export interface Identity {
  readonly certificatePem: string
  readonly keyPem: string
}

/** Makes the prison's own authority. Only its terminals trust it, and they trust nothing else. */
export async function createAuthority(prisonName: string, now: Date): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`Guichet authority, ${prisonName}`] }],
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(now.getTime() + AUTHORITY_LIFE_MS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificatePem: certificate.toString('pem'), keyPem: await exportKey(keys.privateKey) }
}

/** Issues the server's certificate for the names and addresses terminals reach it by. */
export async function issueServerIdentity(authority: Identity, hosts: readonly string[], now: Date): Promise<Identity> {
  const keys = await makeKeys()
  const subject = { commonName: 'Guichet prison server', hosts, publicKey: keys.publicKey, lifeMs: SERVER_LIFE_MS }
  return { certificatePem: await issueLeaf(authority, subject, now), keyPem: await exportKey(keys.privateKey) }
}

/** Whom a certificate is for, and for how long from now. */
export interface LeafSubject {
  readonly commonName: string
  readonly hosts: readonly string[]
  readonly publicKey: webcrypto.CryptoKey
  readonly lifeMs: number
}

/** Makes a key pair that `issueLeaf` can certify. */
export async function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

/** Issues a certificate, PEM, that proves a server to be one of `hosts` and can issue none itself. */
export async function issueLeaf(authority: Identity, subject: LeafSubject, now: Date): Promise<string> {
  const issuer = new x509.X509Certificate(authority.certificatePem)
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [subject.commonName] }],
    issuer: issuer.subject,
    publicKey: subject.publicKey,
    signingKey: await importKey(authority.keyPem),
    signingAlgorithm: algorithm,
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(now.getTime() + subject.lifeMs),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(subject.hosts.map(toName)),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return certificate.toString('pem')
}

/** Whether a stored certificate still serves: the authority's own, these hosts, and long enough to go. */
export async function isStillGood(
  identity: Identity,
  authority: Identity,
  hosts: readonly string[],
  now: Date,
): Promise<boolean> {
  const certificate = new x509.X509Certificate(identity.certificatePem)
  const names =
    certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items.map(name => name.value) ?? []
  const isOurs = await certificate.verify({
    publicKey: new x509.X509Certificate(authority.certificatePem).publicKey,
    signatureOnly: true,
  })
  return (
    isOurs &&
    hosts.every(host => names.includes(host)) &&
    certificate.notAfter.getTime() - now.getTime() > RENEW_BEFORE_MS
  )
}

function toName(host: string): { readonly type: 'ip' | 'dns'; readonly value: string } {
  return { type: isIP(host) === 0 ? 'dns' : 'ip', value: host }
}

/** A private key as PKCS #8, PEM. */
export async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

async function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, false, ['sign'])
}
