import { once } from 'node:events'
import { createServer as createPlainServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer } from 'node:https'
import { createAuthority, type Identity, issueServerIdentity } from '../../keys/authority.ts'

/** A site on loopback, with real TLS under an authority of the test. */
export interface ThrowAwaySite {
  readonly port: number
  /** The requests that arrived, with their bodies. */
  readonly received: readonly ReceivedRequest[]
  /** How many connections were made. */
  readonly connections: () => number
  listener: RequestListener
  /** Forgets what was received and connected, and answers as at first. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

export interface ReceivedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface ThrowAwayInternet {
  readonly authority: Identity
  readonly site: (hosts: readonly string[] | 'plain') => Promise<ThrowAwaySite>
  readonly close: () => Promise<void>
}

export const HELLO = '<!doctype html><title>Hello</title>'

export async function createThrowAwayInternet(): Promise<ThrowAwayInternet> {
  const authority = await createAuthority('Throw-away internet', new Date())
  const sites: ThrowAwaySite[] = []
  return {
    authority,
    site: async hosts => {
      const site = await startSite(
        hosts === 'plain' ? undefined : await issueServerIdentity(authority, hosts, new Date()),
      )
      sites.push(site)
      return site
    },
    close: async () => {
      await Promise.all(sites.map(site => site.close()))
    },
  }
}

const sayHello: RequestListener = (_request, response) =>
  void response.setHeader('content-type', 'text/html').end(HELLO)

async function startSite(identity: Identity | undefined): Promise<ThrowAwaySite> {
  const received: ReceivedRequest[] = []
  let connections = 0
  const listen: RequestListener = (request, response) => {
    void record(request).then(entry => {
      received.push(entry)
      site.listener(request, response)
    })
  }
  const server: Server =
    identity === undefined
      ? createPlainServer(listen)
      : createServer({ cert: identity.certificatePem, key: identity.keyPem }, listen)
  server.on(identity === undefined ? 'connection' : 'secureConnection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const site: ThrowAwaySite = {
    port: address.port,
    received,
    connections: () => connections,
    listener: sayHello,
    forget: () => {
      received.length = 0
      connections = 0
      site.listener = sayHello
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return site
}

async function record(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return { method: request.method ?? '', url: request.url ?? '', headers, body: Buffer.concat(chunks).toString() }
}
