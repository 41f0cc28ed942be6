import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AGateway, reasonOf, startGateway } from '../testing/a-gateway.ts'
import { closed, readAnswer } from '../testing/raw-answer.ts'
import { connectIn, requestText, secureIn } from '../testing/test-gateway.ts'

let at: AGateway

beforeAll(async () => {
  at = await startGateway()
})
beforeEach(() => {
  at.site.forget()
})
afterAll(() => at.close())

test.each([
  ['evil.test:443', 403, 'host-not-listed'],
  ['good.test:22', 403, 'port-not-listed'],
  ['good.test:443', 403, 'port-not-listed'],
  ['evilgood.test:443', 403, 'host-not-listed'],
  ['good.test.evil.test:443', 403, 'host-not-listed'],
  ['xn--vdb-7cd.be:443', 403, 'host-look-alike'],
  ['10.0.0.1:443', 403, 'host-not-listed'],
  ['[::1]:443', 403, 'host-not-listed'],
  ['here.test:443', 403, 'scheme-not-listed'],
  ['2130706433:443', 400, 'request-malformed'],
  ['0x7f.1:443', 400, 'request-malformed'],
  ['good.test', 400, 'request-malformed'],
  ['good.test:0', 400, 'request-malformed'],
  ['good.test:70000', 400, 'request-malformed'],
  ['good.test.:443', 400, 'request-malformed'],
  ['GOOD.test:443', 400, 'request-malformed'],
  ['a@good.test:443', 400, 'request-malformed'],
  ['good.test:443/x', 400, 'request-malformed'],
])('CONNECT %s is answered %i: %s', async (authority, status, reason) => {
  const tunnel = await at.gateway.tunnel(at.prison)
  const answer = await connectIn(tunnel, authority)
  expect([answer.status, reasonOf(answer)]).toEqual([status, reason])
  await closed(tunnel.resume())
})

test('a CONNECT whose Host says another place is refused', async () => {
  const tunnel = await at.gateway.tunnel(at.prison)
  tunnel.write(requestText(`CONNECT ${at.authority} HTTP/1.1`, { Host: 'evil.test' }))
  expect((await readAnswer(tunnel)).status).toBe(400)
})

test('the certificate is the web authority’s, for the host that was connected to', async () => {
  const on = await at.secured('www.good.test')
  expect(on.getPeerCertificate().subjectaltname).toBe('DNS:www.good.test')
  expect(on.alpnProtocol).toBe('http/1.1')
})

test.each([['evil.test'], ['www.good.test'], ['']])(
  'a name %j other than the one connected to ends the tunnel',
  async name => {
    const tunnel = await at.gateway.tunnel(at.prison)
    await connectIn(tunnel, at.authority)
    const secured = connectTls({ socket: tunnel, servername: name, rejectUnauthorized: false })
    secured.on('error', () => undefined)
    secured.write(requestText('GET /jobs/1 HTTP/1.1', { Host: at.authority, 'Guichet-Type': 'mainFrame' }))
    await closed(secured)
    expect(at.site.received).toEqual([])
  },
)

test('what is not TLS after a CONNECT ends the tunnel', async () => {
  const tunnel = await at.gateway.tunnel(at.prison)
  await connectIn(tunnel, at.authority)
  tunnel.write('GET /jobs/1 HTTP/1.1\r\nHost: good.test\r\n\r\n')
  await closed(tunnel)
  expect(at.site.received).toEqual([])
})

test('HTTP/2 alone is not spoken', async () => {
  const tunnel = await at.gateway.tunnel(at.prison)
  await connectIn(tunnel, at.authority)
  const secured = connectTls({
    socket: tunnel,
    servername: 'good.test',
    ca: at.gateway.webAuthority.certificatePem,
    ALPNProtocols: ['h2'],
  })
  secured.on('error', () => undefined)
  await closed(secured)
  expect(secured.alpnProtocol).not.toBe('h2')
})

test('a secured tunnel believes nobody but the web authority’s issuer', async () => {
  const tunnel = await at.gateway.tunnel(at.prison)
  await connectIn(tunnel, at.authority)
  await expect(secureIn(tunnel, 'good.test', at.internet.authority)).rejects.toThrow(/certificate/)
})
