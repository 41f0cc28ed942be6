import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { GATEWAY_PROTOCOL, INMATE_HEADER } from '#shared/contracts/gateway.ts'
import type { InmateId } from '#shared/contracts/ids.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { createApp } from '../../app.ts'
import type { Database } from '../../database/open-database.ts'
import { createAuthority, type Identity, issueServerIdentity } from '../../keys/authority.ts'
import { createLogger } from '../../logging/create-logger.ts'
import type { TestPrison } from '../../testing/a-prison.ts'
import { type TestTerminal, tokenOf } from '../../testing/test-terminal.ts'
import type { GatewaySettings } from '../create-gateway.ts'
import { type RawAnswer, readAnswer } from './raw-answer.ts'

/** A prison server that listens on loopback with its gateway open. */
export interface TestGateway {
  readonly port: number
  readonly webAuthority: Identity
  readonly log: readonly Readonly<Record<string, unknown>>[]
  /** Asks for a tunnel as a terminal does, and gives the answer and the socket behind it. */
  readonly knock: (wish: KnockWish) => Promise<{ readonly answer: RawAnswer; readonly socket: TLSSocket }>
  /** A tunnel of the prison's first inmate. */
  readonly tunnel: (prison: TestPrison, inmate?: 0 | 1) => Promise<TLSSocket>
  readonly close: () => Promise<void>
}

export interface KnockWish {
  readonly prison: TestPrison
  readonly terminal?: TestTerminal
  readonly inmateId?: InmateId | string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export async function startTestGateway(
  database: Database,
  settings: Omit<GatewaySettings, 'webAuthority'>,
): Promise<TestGateway> {
  const authority = await createAuthority('Test', new Date())
  const webAuthority = await createAuthority('Test, web', new Date())
  const server = await issueServerIdentity(authority, ['127.0.0.1'], new Date())
  const log: Record<string, unknown>[] = []
  const app = createApp({
    database,
    keys: { receiptKeyId: 'test', receiptPrivateKey: generateKeyPairSync('ed25519').privateKey },
    clock: () => new Date(),
    https: { key: server.keyPem, cert: server.certificatePem },
    logger: createLogger({
      level: 'info',
      destination: { write: line => void log.push(JSON.parse(line) as Record<string, unknown>) },
    }),
    gateway: { webAuthority, ...settings },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const knock: TestGateway['knock'] = async ({ prison, terminal = prison.terminals[0], ...wish }) => {
    const socket = connectTls({ host: '127.0.0.1', port, ca: authority.certificatePem })
    socket.on('error', () => undefined)
    await once(socket, 'secureConnect')
    const headers = {
      Host: '127.0.0.1',
      Connection: 'Upgrade',
      Upgrade: GATEWAY_PROTOCOL,
      Authorization: `Bearer ${tokenOf(terminal, prison.id, new Date())}`,
      [INMATE_HEADER]: wish.inmateId ?? prison.inmateIds[0],
      ...wish.headers,
    }
    const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
    socket.write([`GET ${wish.path ?? terminalRoutes.gateway} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    return { answer: await readAnswer(socket), socket }
  }
  return {
    port,
    webAuthority,
    log,
    knock,
    tunnel: async (prison, inmate = 0) => {
      const { answer, socket } = await knock({ prison, inmateId: prison.inmateIds[inmate] })
      if (answer.status !== 101) throw new Error(`no tunnel: ${answer.status}`)
      return socket
    },
    close: () => app.close(),
  }
}

/** Asks for a CONNECT in a tunnel. */
export async function connectIn(tunnel: Duplex, authority: string): Promise<RawAnswer> {
  tunnel.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`)
  return readAnswer(tunnel, { hasBody: false })
}

/** Speaks TLS in a tunnel after its CONNECT, believing the web authority alone. */
export async function secureIn(tunnel: Duplex, servername: string, web: Identity): Promise<TLSSocket> {
  const secured = connectTls({ socket: tunnel, servername, ca: web.certificatePem, ALPNProtocols: ['h2', 'http/1.1'] })
  await once(secured, 'secureConnect')
  secured.on('error', () => undefined)
  return secured
}

/** Writes a request by its lines, as a browser's page would cause it. */
export function requestText(line: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return `${[line, ...lines, '', ''].join('\r\n')}${body}`
}
