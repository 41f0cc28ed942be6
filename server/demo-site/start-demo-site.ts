import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { createServer, type RequestListener, type Server } from 'node:http'
import { answerRequest } from './answer.ts'
import { demoPolicy } from './demo-policy.ts'

/** The stand-in for the internet, running. */
export interface DemoSite {
  readonly url: string
  /** The policy that fits it. */
  readonly policy: WebPolicy
  readonly close: () => Promise<void>
}

export interface DemoSiteOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Told of each request as `GET /jobs/`, before it is answered. */
  readonly onRequest?: (line: string) => void
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/**
 * Starts a small invented site, where there is no internet to show the web view on: a job board and a library in four
 * languages, with a form that posts and a link that leads outside. Rejects when the port is taken.
 */
export async function startDemoSite({ host, port, onRequest }: DemoSiteOptions): Promise<DemoSite> {
  const server = createServer(createListener(onRequest))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const url = urlOf(server.address())
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  return { url, policy: demoPolicy(url), close }
}

function urlOf(address: ReturnType<Server['address']>): string {
  if (address === null || typeof address === 'string') throw new Error('the stand-in listens on no port')
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
}

function createListener(onRequest: DemoSiteOptions['onRequest']): RequestListener {
  return (request, response) => {
    const { method = 'GET', url: target = '/' } = request
    onRequest?.(`${method} ${target}`)
    const { status, contentType, body } = answerRequest({
      method,
      target,
      acceptLanguage: request.headers['accept-language'] ?? '',
    })
    // Whatever was sent along is not read. The connection goes with it, so that it cannot be taken for the next request.
    if (method !== 'GET' && method !== 'HEAD') response.setHeader('connection', 'close')
    response.writeHead(status, { ...headers, 'content-type': contentType })
    response.end(method === 'HEAD' ? undefined : body)
  }
}
