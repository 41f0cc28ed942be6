import type { TLSSocket } from 'node:tls'
import { expect } from 'vitest'
import type { Rule } from '#shared/policy/rule-schema.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import type { GatewaySettings } from '../create-gateway.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { publishWebPolicy } from '../../web-policy/publish-web-policy.ts'
import { type RawAnswer, readAnswer } from './raw-answer.ts'
import { connectIn, requestText, secureIn, startTestGateway, type TestGateway } from './test-gateway.ts'
import { createThrowAwayInternet, type ThrowAwayInternet, type ThrowAwaySite } from './throw-away-site.ts'

/** A prison with its gateway, and a small internet behind it. */
export interface AGateway {
  readonly own: TestDatabase
  readonly prison: TestPrison
  readonly internet: ThrowAwayInternet
  /** `good.test` and `www.good.test`, with TLS. */
  readonly site: ThrowAwaySite
  /** `127.0.0.1`, without. */
  readonly plain: ThrowAwaySite
  readonly gateway: TestGateway
  /** What names resolve to; a test changes it. */
  readonly addresses: Map<string, readonly string[]>
  readonly authority: string
  /** A secured tunnel to the site, or to another name that is listed there. */
  readonly secured: (name?: string, inmate?: 0 | 1) => Promise<TLSSocket>
  /** Asks the site as its page would; `on` is a tunnel of its own unless one is given. */
  readonly ask: (line: string, more?: AskedMore) => Promise<RawAnswer>
  readonly close: () => Promise<void>
}

export interface AskedMore {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly on?: TLSSocket
}

export async function startGateway(
  settings: Omit<GatewaySettings, 'webAuthority'> = {},
  rules: readonly Rule[] = [],
): Promise<AGateway> {
  const own = await createTestDatabase()
  const prison = await aPrison(own.database)
  const internet = await createThrowAwayInternet()
  const site = await internet.site(['good.test', 'www.good.test'])
  const plain = await internet.site('plain')
  const here = ['good.test', 'www.good.test', 'wrong.good.test', 'a.good.test']
  const addresses = new Map<string, readonly string[]>(here.map(name => [name, ['127.0.0.1']]))
  await publishWebPolicy(own.database, policyFor(site.port, plain.port, rules))
  const gateway = await startTestGateway(own.database, {
    ...settings,
    wayOut: {
      authorities: [internet.authority.certificatePem],
      resolve: async name => {
        const found = addresses.get(name)
        if (found === undefined) throw new Error('no such name')
        return found
      },
      silenceTimeoutMs: 500,
      ...settings.wayOut,
    },
  })
  const authority = `good.test:${site.port}`
  const secured = async (name = 'good.test', inmate: 0 | 1 = 0): Promise<TLSSocket> => {
    const tunnel = await gateway.tunnel(prison, inmate)
    expect((await connectIn(tunnel, `${name}:${site.port}`)).status).toBe(200)
    return secureIn(tunnel, name, gateway.webAuthority)
  }
  return {
    own,
    prison,
    internet,
    site,
    plain,
    gateway,
    addresses,
    authority,
    secured,
    ask: async (line, { headers, body, on } = {}) => {
      const socket = on ?? (await secured())
      socket.write(requestText(`${line} HTTP/1.1`, { Host: authority, 'Guichet-Type': 'mainFrame', ...headers }, body))
      return readAnswer(socket, { hasBody: !line.startsWith('HEAD ') })
    },
    close: async () => {
      await gateway.close()
      await internet.close()
      await own.drop()
    },
  }
}

/** The policy a gateway begins with. */
export function policyOfGateway({ site, plain }: Pick<AGateway, 'site' | 'plain'>): WebPolicy {
  return policyFor(site.port, plain.port, [])
}

/** The reason a refusal names. */
export function reasonOf({ headers }: RawAnswer): string | undefined {
  return headers.get('guichet-refused')?.[0]
}

function policyFor(port: number, plainPort: number, rules: readonly Rule[]): WebPolicy {
  const place: Pick<Rule, 'hosts' | 'ports'> = { hosts: ['good.test', '*.good.test'], ports: [port] }
  const search: Omit<Rule, 'id'> = {
    ...place,
    paths: ['/search'],
    methods: ['POST'],
    contentTypes: ['application/x-www-form-urlencoded'],
    fields: ['q'],
    maxBodyBytes: 100,
  }
  return {
    version: 1,
    sites: [
      {
        id: 'good',
        name: { en: 'Good' },
        start: `https://good.test:${port}/`,
        rules: [
          { id: 'good-pages', ...place, paths: ['/jobs/**', '/'], query: ['q'] },
          { id: 'good-search', ...search },
          { id: 'good-message', ...search, paths: ['/message'], freeText: true },
          // Loopback is not public: only its own listing lets a site's names lead there.
          { id: 'good-address', hosts: ['127.0.0.1'], ports: [port], paths: ['/nothing'] },
          ...rules,
        ],
      },
      {
        id: 'here',
        name: { en: 'Here' },
        start: `http://127.0.0.1:${plainPort}/`,
        rules: [
          { id: 'here-pages', hosts: ['127.0.0.1', 'here.test'], schemes: ['http'], ports: [plainPort] },
          { id: 'here-elsewhere', hosts: ['here.test'], schemes: ['http'], ports: [plainPort + 1] },
        ],
      },
      {
        id: 'other',
        name: { en: 'Other' },
        start: `http://other.test:${plainPort}/`,
        rules: [{ id: 'other-pages', hosts: ['other.test'], schemes: ['http'], ports: [plainPort] }],
      },
    ],
  }
}
