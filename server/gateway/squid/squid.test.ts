import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { createAuthority, type Identity } from '../../keys/authority.ts'
import { createGate } from '../policy/gate.ts'
import { prepare } from '../policy/policy-source.ts'
import type { GatewayRefusal } from '../refusals/gateway-refusal.ts'
import { type RawAnswer, readAnswer } from '../testing/raw-answer.ts'
import { connectIn, requestText, secureIn } from '../testing/test-gateway.ts'
import { createThrowAwayInternet, type ThrowAwayInternet, type ThrowAwaySite } from '../testing/throw-away-site.ts'
import { encodeProxyHeader } from './proxy-header.ts'
import { createSquidEngine } from './squid-engine.ts'
import { startTestSquid, type TestSquid } from './testing/test-squid.ts'

const identity = {
  terminalId: terminalIdSchema.parse('0190a5e0-0000-7000-8000-000000000001'),
  inmateId: inmateIdSchema.parse('0190a5e0-0000-7000-8000-000000000002'),
}
const refusals: GatewayRefusal[] = []
const bugs: unknown[] = []
let policy: WebPolicy
let folder: string
let webAuthority: Identity
let internet: ThrowAwayInternet
let site: ThrowAwaySite
let plain: ThrowAwaySite
let squid: TestSquid
let door: Server
let doorPort: number

beforeAll(async () => {
  webAuthority = await createAuthority('Test, web', new Date())
  internet = await createThrowAwayInternet()
  site = await internet.site(['good.test'])
  plain = await internet.site('plain')
  folder = await mkdtemp(join(tmpdir(), 'guichet-squid-names-'))
  const hostsFile = join(folder, 'hosts')
  const authoritiesFile = join(folder, 'sites.pem')
  await writeFile(hostsFile, '127.0.0.1 good.test other.test\n127.0.0.2 inside.test\n')
  await writeFile(authoritiesFile, internet.authority.certificatePem)
  const source = { current: async () => ({ ...prepare(policy), circumstances: { today: '2026-01-01' } }) }
  const reportBug = (error: unknown): void => void bugs.push(error)
  squid = await startTestSquid({
    webAuthority,
    settings: { hostsFile, authoritiesFile, listedAddresses: ['127.0.0.1'] },
    answer: {
      gate: createGate(source, reportBug),
      report: (_identity, refusal) => void refusals.push(refusal),
      reportBug,
    },
  })
  const engine = createSquidEngine({ host: '127.0.0.1', port: squid.port })
  door = createServer(socket => {
    engine.accept(socket, identity)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  doorPort = (door.address() as AddressInfo).port
})
beforeEach(() => {
  policy = policyOf()
  refusals.length = 0
  bugs.length = 0
  site.listener = (_request, response) => void response.setHeader('content-type', 'text/html').end('hello')
})
afterAll(async () => {
  door.close()
  await squid.stop()
  await internet.close()
  await rm(folder, { recursive: true })
})

function policyOf(): WebPolicy {
  const at = (host: string) => ({ hosts: [host], ports: [site.port] })
  return {
    version: 1,
    sites: [
      {
        id: 'good',
        name: { en: 'Good' },
        start: `https://good.test:${site.port}/`,
        rules: [
          { id: 'good-pages', ...at('good.test'), paths: ['/jobs/**'], query: ['q'] },
          {
            id: 'good-search',
            ...at('good.test'),
            paths: ['/search'],
            methods: ['POST'],
            contentTypes: ['application/x-www-form-urlencoded'],
            fields: ['q'],
            maxBodyBytes: 100,
          },
          { id: 'good-inside', ...at('inside.test') },
          { id: 'good-other', ...at('other.test') },
        ],
      },
      {
        id: 'here',
        name: { en: 'Here' },
        start: `http://127.0.0.1:${plain.port}/`,
        rules: [{ id: 'here-pages', hosts: ['127.0.0.1'], schemes: ['http'], ports: [plain.port] }],
      },
    ],
  }
}

async function tunnel(): Promise<Socket> {
  const socket = connect(doorPort, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

async function secured(name = 'good.test', port = site.port): Promise<TLSSocket> {
  const socket = await tunnel()
  expect((await connectIn(socket, `${name}:${port}`)).status).toBe(200)
  return secureIn(socket, name, webAuthority)
}

interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly on?: TLSSocket
}

async function ask(line: string, { headers = {}, body = '', on }: Asked = {}): Promise<RawAnswer> {
  const socket = on ?? (await secured())
  const length = body === '' ? {} : { 'Content-Length': String(body.length) }
  const usual = { Host: `good.test:${site.port}`, 'Guichet-Type': 'mainFrame', ...length }
  socket.write(requestText(`${line} HTTP/1.1`, { ...usual, ...headers }, body))
  return readAnswer(socket)
}

const summary = (answer: RawAnswer): unknown[] => [
  answer.status,
  answer.headers.get('guichet-refused')?.[0],
  answer.body,
]
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

test('a listed page comes through', async () => {
  const before = site.received.length
  const answer = await ask('GET /jobs/1?q=cook')
  expect(bugs).toEqual([])
  expect(summary(answer)).toEqual([200, undefined, 'hello'])
  expect(site.received.slice(before)).toMatchObject([{ method: 'GET', url: '/jobs/1?q=cook' }])
})
