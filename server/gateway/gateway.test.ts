import type { TLSSocket } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Rule } from '#shared/policy/rule-schema.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { aPrison, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { publishWebPolicy } from '../web-policy/publish-web-policy.ts'
import { type RawAnswer, readAnswer } from './testing/raw-answer.ts'
import { connectIn, requestText, secureIn, startTestGateway, type TestGateway } from './testing/test-gateway.ts'
import {
  createThrowAwayInternet,
  HELLO,
  type ThrowAwayInternet,
  type ThrowAwaySite,
} from './testing/throw-away-site.ts'

let own: TestDatabase
let prison: TestPrison
let internet: ThrowAwayInternet
let site: ThrowAwaySite
let plain: ThrowAwaySite
let gateway: TestGateway
const addresses = new Map<string, readonly string[]>()

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  internet = await createThrowAwayInternet()
})
beforeEach(async () => {
  site = await internet.site(['good.test', 'www.good.test'])
  plain = await internet.site('plain')
  addresses.clear()
  for (const name of ['good.test', 'www.good.test', 'other.test']) addresses.set(name, ['127.0.0.1'])
  await publishWebPolicy(own.database, policyFor(site.port, plain.port))
  gateway = await startTestGateway(own.database, {
    wayOut: {
      authorities: [internet.authority.certificatePem],
      resolve: async name => {
        const found = addresses.get(name)
        if (found === undefined) throw new Error('no such name')
        return found
      },
      silenceTimeoutMs: 1000,
    },
  })
})
afterEach(async () => {
  await gateway.close()
  await site.close()
  await plain.close()
})
afterAll(async () => {
  await own.drop()
})

function policyFor(port: number, plainPort: number): WebPolicy {
  const place: Pick<Rule, 'hosts' | 'ports'> = { hosts: ['good.test', '*.good.test'], ports: [port] }
  return {
    version: 1,
    sites: [
      {
        id: 'good',
        name: { en: 'Good' },
        start: `https://good.test:${port}/`,
        rules: [
          { id: 'good-pages', ...place, paths: ['/jobs/**', '/'], query: ['q'] },
          {
            id: 'good-search',
            ...place,
            paths: ['/search'],
            methods: ['POST'],
            contentTypes: ['application/x-www-form-urlencoded'],
            fields: ['q'],
            maxBodyBytes: 100,
          },
        ],
      },
      // Loopback is not public: only its own listing lets the names above lead there.
      {
        id: 'here',
        name: { en: 'Here' },
        start: `http://127.0.0.1:${plainPort}/`,
        rules: [{ id: 'here-pages', hosts: ['127.0.0.1'], schemes: ['http'], ports: [plainPort] }],
      },
    ],
  }
}

const host = (): string => `good.test:${site.port}`

async function secured(name = 'good.test'): Promise<TLSSocket> {
  const tunnel = await gateway.tunnel(prison)
  const answer = await connectIn(tunnel, `${name}:${site.port}`)
  expect(answer.status).toBe(200)
  return secureIn(tunnel, name, gateway.webAuthority)
}

async function ask(
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
  socket?: TLSSocket,
): Promise<RawAnswer> {
  const on = socket ?? (await secured())
  const usual = { Host: host(), 'Guichet-Type': 'mainFrame' }
  on.write(requestText(`${line} HTTP/1.1`, { ...usual, ...headers }, body))
  return readAnswer(on)
}

const reasonOf = ({ headers }: RawAnswer): string | undefined => headers.get('guichet-refused')?.[0]

test('a listed page comes through a real tunnel', async () => {
  const answer = await ask('GET /jobs/1?q=cook')
  expect(answer.status).toBe(200)
  expect(answer.body).toContain(HELLO)
  expect(site.received).toMatchObject([{ method: 'GET', url: '/jobs/1?q=cook', headers: { host: host() } }])
})

test('several requests share one tunnel and one connection to the site', async () => {
  const socket = await secured()
  for (const path of ['/jobs/1', '/jobs/2', '/jobs/3']) {
    expect((await ask(`GET ${path}`, {}, '', socket)).status).toBe(200)
  }
  expect(site.connections()).toBe(1)
})

test('a page that no rule lists is refused with its reason, and the tunnel goes on', async () => {
  const socket = await secured()
  const refused = await ask('GET /contact', {}, '', socket)
  expect([refused.status, reasonOf(refused), refused.body]).toEqual([403, 'path-not-listed', 'W-1-18'])
  expect((await ask('GET /jobs/1', {}, '', socket)).status).toBe(200)
  expect(site.received).toHaveLength(1)
})

test('a listed site without TLS is asked for as of any proxy', async () => {
  const tunnel = await gateway.tunnel(prison)
  const authority = `127.0.0.1:${plain.port}`
  tunnel.write(
    requestText(`GET http://${authority}/x HTTP/1.1`, {
      Host: authority,
      'Guichet-Type': 'mainFrame',
      'Proxy-Connection': 'keep-alive',
    }),
  )
  const answer = await readAnswer(tunnel)
  expect(answer.status).toBe(200)
  expect(plain.received).toMatchObject([{ url: '/x' }])
  expect(Object.keys(plain.received[0]?.headers ?? {})).not.toContain('guichet-type')
})
