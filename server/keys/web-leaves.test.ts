import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type SecureContext } from 'node:tls'
import { expect, test } from 'vitest'
import { createAuthority, type Identity } from './authority.ts'
import { createWebLeaves } from './web-leaves.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const start = new Date()

/** The certificate a context shows, as a terminal sees it. */
async function shown(context: SecureContext, authority: Identity): Promise<X509Certificate> {
  const server = createServer({ SNICallback: (_name, answer) => answer(null, context) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address === null || typeof address === 'string' ? 0 : address.port
  const socket = connect({
    host: '127.0.0.1',
    port,
    servername: 'a.example',
    ca: authority.certificatePem,
    checkServerIdentity: () => undefined,
  })
  await once(socket, 'secureConnect')
  const certificate = socket.getPeerX509Certificate()
  socket.destroy()
  server.close()
  if (certificate === undefined) throw new Error('no certificate')
  return certificate
}

test('a certificate is for that host alone, short, and can issue none', async () => {
  const authority = await createAuthority('Test, web', start)
  const leaves = createWebLeaves(authority, () => start)
  const certificate = await shown(await leaves.contextFor('a.example'), authority)
  expect(certificate.checkHost('a.example')).toBe('a.example')
  expect(certificate.checkHost('b.a.example')).toBeUndefined()
  expect(certificate.ca).toBe(false)
  expect(certificate.checkIssued(new X509Certificate(authority.certificatePem))).toBe(true)
  expect(Date.parse(certificate.validTo) - start.getTime()).toBeLessThanOrEqual(7 * DAY_MS)
  expect(Date.parse(certificate.validFrom)).toBeLessThan(start.getTime() - DAY_MS)
})

test('an address literal is certified as an address', async () => {
  const authority = await createAuthority('Test, web', start)
  const leaves = createWebLeaves(authority, () => start)
  const certificate = await shown(await leaves.contextFor('192.0.2.7'), authority)
  expect(certificate.checkIP('192.0.2.7')).toBe('192.0.2.7')
})

test('a host is certified once, anew when the certificate nears its end, and forgotten when there are too many', async () => {
  let now = start
  const leaves = createWebLeaves(await createAuthority('Test, web', start), () => now)
  const first = await leaves.contextFor('a.example')
  expect(await leaves.contextFor('a.example')).toBe(first)
  now = new Date(start.getTime() + 5 * DAY_MS)
  const second = await leaves.contextFor('a.example')
  expect(second).not.toBe(first)
  for (let count = 0; count < 500; count += 1) await leaves.contextFor(`h${count}.example`)
  expect(await leaves.contextFor('a.example')).not.toBe(second)
})
