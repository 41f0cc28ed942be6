import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCertificateVerifier, evaluateCertificate } from './site-certificate.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const now = Date.parse('2026-11-22T12:00:00Z')
const HOUR_MS = 3_600_000

interface Issuer {
  readonly certificate: x509.X509Certificate
  readonly keys: CryptoKeyPair
}

const newKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
const lifetime = { notBefore: new Date(now - HOUR_MS), notAfter: new Date(now + HOUR_MS) }

async function authorityNamed(name: string): Promise<Issuer> {
  const keys = await newKeys()
  const extensions = [new x509.BasicConstraintsExtension(true, undefined, true)]
  const parts = { ...lifetime, name, keys, signingAlgorithm: algorithm, extensions }
  return { certificate: await x509.X509CertificateGenerator.createSelfSigned(parts), keys }
}

interface Wanted {
  readonly names?: x509.JsonGeneralNames
  readonly isAuthority?: boolean
  readonly lifetime?: typeof lifetime
  readonly signingKey?: CryptoKey
}

const site: x509.JsonGeneralNames = [{ type: 'dns', value: 'jobs.example' }]

async function issue(by: Issuer, wanted: Wanted = {}): Promise<Issuer> {
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.create({
    ...(wanted.lifetime ?? lifetime),
    subject: 'CN=jobs.example',
    issuer: by.certificate.subject,
    publicKey: keys.publicKey,
    signingKey: wanted.signingKey ?? by.keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(wanted.isAuthority ?? false, undefined, true),
      new x509.SubjectAlternativeNameExtension(wanted.names ?? site),
    ],
  })
  return { certificate, keys }
}

let web: Issuer
let other: Issuer
let authority: X509Certificate

beforeAll(async () => {
  web = await authorityNamed('CN=Web authority')
  other = await authorityNamed('CN=Some authority of the list')
  authority = new X509Certificate(web.certificate.toString('pem'))
})

const shown = ({ certificate }: Issuer, hostname = 'jobs.example') => ({
  hostname,
  certificate: { data: certificate.toString('pem') },
})
const refuse = (reason: string) => ({ effect: 'refuse', reason })

describe('a site is believed', () => {
  test('under a certificate of the web authority for its very name', async () => {
    expect(evaluateCertificate(shown(await issue(web)), authority, now)).toEqual({ effect: 'accept' })
  })

  test('under its address, where it has no name', async () => {
    const leaf = await issue(web, { names: [{ type: 'ip', value: '127.0.0.1' }] })
    expect(evaluateCertificate(shown(leaf, '127.0.0.1'), authority, now)).toEqual({ effect: 'accept' })
    expect(evaluateCertificate(shown(leaf, '127.0.0.2'), authority, now)).toEqual(refuse('other-name'))
  })
})

describe('a site is not believed', () => {
  const wrong: [string, string, () => Promise<Issuer>][] = [
    ['under a certificate of another authority', 'not-issued', () => issue(other)],
    ['under one that says it is the web authority’s and is not signed by it', 'not-issued', forged],
    ['under one that a certificate of the web authority issued', 'not-issued', () => through({ isAuthority: false })],
    ['under one that a lesser authority issued', 'not-issued', () => through({ isAuthority: true })],
    ['under one that may issue others', 'not-a-leaf', () => issue(web, { isAuthority: true })],
    ['under another name', 'other-name', () => issue(web, { names: [{ type: 'dns', value: 'evil.example' }] })],
    ['under a name for many', 'other-name', () => issue(web, { names: [{ type: 'dns', value: '*.example' }] })],
    ['before its time', 'not-valid-now', () => issue(web, { lifetime: shifted(2 * HOUR_MS) })],
    ['after its time', 'not-valid-now', () => issue(web, { lifetime: shifted(-2 * HOUR_MS) })],
  ]
  test.each(wrong)('%s', async (_name, reason, make) => {
    expect(evaluateCertificate(shown(await make()), authority, now)).toEqual(refuse(reason))
  })

  test('under nothing that can be read', () => {
    const unreadable = { hostname: 'jobs.example', certificate: { data: 'no certificate' } }
    expect(evaluateCertificate(unreadable, authority, now)).toEqual(refuse('unreadable'))
  })

  test('under the authority’s own certificate', () => {
    expect(evaluateCertificate(shown(web), authority, now)).toEqual(refuse('not-a-leaf'))
  })
})

describe('Chromium is answered', () => {
  const answerOf = (authorityPem: string, leaf: Issuer): number[] => {
    const answers: number[] = []
    createCertificateVerifier(authorityPem, () => now)(shown(leaf), result => answers.push(result))
    return answers
  }

  test('with yes for a site of the gateway, and no for another', async () => {
    const pem = web.certificate.toString('pem')
    expect(answerOf(pem, await issue(web))).toEqual([0])
    expect(answerOf(pem, await issue(other))).toEqual([-2])
  })

  test('with no where the authority cannot be read', async () => {
    expect(answerOf('nothing', await issue(web))[0]).toBe(-2)
  })
})

function shifted(byMs: number): typeof lifetime {
  return { notBefore: new Date(now - HOUR_MS + byMs), notAfter: new Date(now + HOUR_MS + byMs) }
}

async function forged(): Promise<Issuer> {
  return issue(web, { signingKey: other.keys.privateKey })
}

async function through(wanted: Wanted): Promise<Issuer> {
  return issue(await issue(web, wanted))
}
