import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { SecureContext } from 'node:tls'
import { must } from '#shared/errors/must.ts'
import { pagePolicyFor } from '#shared/policy/page-policy.ts'
import { manyRules } from '#shared/policy/testing/many-rules.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { answerHeaders } from '#server/gateway/embedded/answer-headers.ts'
import { createAuthority } from '#server/keys/authority.ts'
import { createWebLeaves } from '#server/keys/web-leaves.ts'

/** Requests a load of the page makes, its document among them. */
export const PAGE_REQUESTS = 100
export const PAGE = 'https://www.jobs.example/offers/list'

const SITE_ID = 'jobs'
const types = ['script', 'stylesheet', 'image', 'font'] as const
const kinds = ['script', 'stylesheet', 'image'] as const
const hosts = ['www', 'static', 'img'] as const

/** A page of a hundred requests as the gateway answers them: under its certificates, and with its headers. */
export interface GateSite {
  /** Every host of the page is to be looked for here, on 127.0.0.1. */
  readonly port: number
  readonly authorityPem: string
  /** How many requests were answered so far. */
  readonly answered: () => number
  readonly close: () => Promise<void>
}

export async function startGateSite(): Promise<GateSite> {
  const authority = await createAuthority('bench, web', new Date())
  const leaves = createWebLeaves(authority, () => new Date())
  let answered = 0
  const fallback = await leaves.contextFor('www.jobs.example')
  const chooseContext = (name: string, answer: (error: Error | null, context?: SecureContext) => void): void => {
    leaves.contextFor(name).then(
      context => {
        answer(null, context)
      },
      () => {
        answer(null, fallback)
      },
    )
  }
  const server = createServer({ SNICallback: chooseContext }, ({ url = '' }, response) => {
    answered += 1
    const { type, body } = answerTo(url)
    response.writeHead(200, headersOf(type)).end(body)
  })
  return {
    port: await listen(server),
    authorityPem: authority.certificatePem,
    answered: () => answered,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Such headers as sites send. Nothing is kept, so that each load asks for everything. */
const siteHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'self' https://*.jobs.example; img-src https: data:; report-uri /reports",
  link: '<https://www.jobs.example/offers>; rel=canonical',
  'permissions-policy': 'geolocation=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  server: 'nginx',
  vary: 'Accept-Encoding',
  'x-content-type-options': 'nosniff',
}

/** As the gateway passes them on, with what it takes out and puts in. */
function headersOf(type: string): Record<string, string[]> {
  return answerHeaders(Object.entries({ ...siteHeaders, 'content-type': type }).flat(), pagePolicy)
}

const { policy: shownUnder, siteId: shownSite } = gatePolicy(0)
const pagePolicy = pagePolicyFor(shownUnder, shownSite)

function answerTo(url: string): { readonly type: string; readonly body: string } {
  if (url.startsWith('/script/')) return { type: 'text/javascript', body: `var part = 1\n// ${filling}` }
  if (url.startsWith('/stylesheet/')) return { type: 'text/css', body: `p { margin: 0 }\n/* ${filling} */` }
  if (url.startsWith('/image/')) return { type: 'image/svg+xml', body: `${svg}<!-- ${filling} -->` }
  return { type: 'text/html; charset=utf-8', body: page }
}

const filling = 'as long as small parts of pages are '.repeat(60)
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>'

function pageOf(count: number): string {
  const parts = Array.from({ length: count }, (_, number) => {
    const kind = must(kinds[number % kinds.length], 'a kind')
    const host = must(hosts[Math.floor(number / kinds.length) % hosts.length], 'a host')
    const address = `https://${host}.jobs.example/${kind}/${number}`
    if (kind === 'script') return `<script src="${address}"></script>`
    if (kind === 'image') return `<img src="${address}" alt="">`
    return `<link rel="stylesheet" href="${address}">`
  })
  return `<!doctype html><link rel="icon" href="data:,"><title>offers</title>${parts.join('\n')}`
}

const page = pageOf(PAGE_REQUESTS - 1)

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the page has no port')
  return address.port
}

/** A policy that grants the page as a prison would, in a site beside `otherRules` of others. */
export function gatePolicy(otherRules: number): { readonly policy: WebPolicy; readonly siteId: string } {
  return {
    siteId: SITE_ID,
    policy: {
      version: 1,
      sites: [
        ...manyRules(otherRules).sites,
        {
          id: SITE_ID,
          name: { nl: 'Vacatures' },
          start: PAGE,
          rules: [
            { id: 'jobs-pages', hosts: ['www.jobs.example'], paths: ['/offers/**'] },
            { id: 'jobs-assets', hosts: ['*.jobs.example'], types: [...types] },
            {
              id: 'jobs-search',
              hosts: ['www.jobs.example'],
              paths: ['/api/search'],
              methods: ['POST'],
              contentTypes: ['application/json'],
              fields: ['query', 'page'],
              maxBodyBytes: 1024,
            },
          ],
          deny: [{ id: 'jobs-contact', hosts: ['*.jobs.example'], paths: ['/offers/contact/**', '/image/contact/**'] }],
        },
      ],
    },
  }
}
