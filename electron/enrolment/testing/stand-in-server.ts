import { enrolRequestSchema, lookAtCodeRequestSchema } from '#shared/contracts/enrolment.ts'
import type { IncomingMessage, RequestListener } from 'node:http'
import { sampleConfiguration } from '../../testing/kiosk-configuration.ts'
import { startThrowAwayServer, type ThrowAwayAuthority } from '../../testing/throw-away-server.ts'

export const GOOD_CODE = '7K2MQX4D9RTA'

/** A prison server as far as a new terminal sees it. */
export interface StandInServer {
  readonly url: string
  /** What arrived, in its order: method, path and body. */
  readonly asked: string[]
  /** The public keys it took in. */
  readonly keys: string[]
  /** Answered instead of what is asked: a status and a body. */
  refusal: { readonly status: number; readonly code: string } | undefined
  /** Nothing is answered, though all of it arrives and is done. */
  losesAnswers: boolean
  /** Nor is anything said of that: the connection stays. */
  hangs: boolean
  nowMs: () => number
  configuration: Record<string, unknown>
  readonly close: () => Promise<void>
}

interface Choices {
  /** Whether it shows its authority with its own certificate. */
  readonly showsAuthority?: boolean
  readonly address?: string
}

export async function startStandIn(
  authority: ThrowAwayAuthority,
  { showsAuthority = true, address }: Choices = {},
): Promise<StandInServer> {
  const { cert, key } = await authority.issue(address)
  const chain = showsAuthority ? `${cert}\n${authority.certificatePem}` : cert
  const listener: RequestListener = (request, response) => {
    void readBody(request).then(body => {
      server.asked.push(`${String(request.method)} ${String(request.url)} ${body}`.trim())
      const { status, value } = answer(server, request.url ?? '', body)
      if (server.hangs) return
      if (server.losesAnswers) response.destroy()
      else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    })
  }
  const { url, close } = await startThrowAwayServer({ cert: chain, key }, listener)
  const { privateKeyFile: _, ...terminal } = sampleTerminal()
  const pinned = { ...(sampleConfiguration()['server'] as object), url, authorityPem: authority.certificatePem }
  const server: StandInServer = {
    url,
    asked: [],
    keys: [],
    refusal: undefined,
    losesAnswers: false,
    hangs: false,
    nowMs: Date.now,
    configuration: { ...sampleConfiguration(), server: pinned, terminal },
    close,
  }
  return server
}

function sampleTerminal() {
  return sampleConfiguration()['terminal'] as { privateKeyFile: string; name: string }
}

const refused = (status: number, code: string) => ({ status, value: { code, retryable: false } })

function answer(server: StandInServer, path: string, body: string): { status: number; value: unknown } {
  const { refusal, configuration } = server
  if (path === '/terminal/v1/probe') return refused(401, 'TERMINAL_REFUSED')
  if (refusal !== undefined) return refused(refusal.status, refusal.code)
  const serverTime = new Date(server.nowMs()).toISOString()
  if (path === '/terminal/v1/enrolment/look') {
    const { code } = lookAtCodeRequestSchema.parse(JSON.parse(body))
    if (code !== GOOD_CODE) return refused(404, 'ENROLMENT_CODE_UNKNOWN')
    const terminal = { name: sampleTerminal().name, cell: 'A-101', wing: 'Wing A' }
    const names = { fr: 'Prison', nl: 'Gevangenis', de: 'Anstalt', en: 'Prison' }
    return { status: 200, value: { terminal, prison: { names }, serverTime, expiresAt: serverTime } }
  }
  const { code, publicKey } = enrolRequestSchema.parse(JSON.parse(body))
  if (code !== GOOD_CODE) return refused(404, 'ENROLMENT_CODE_UNKNOWN')
  if (server.keys.some(known => known !== publicKey)) return refused(409, 'ENROLMENT_CODE_USED')
  server.keys.push(publicKey)
  return { status: 200, value: { configuration, serverTime } }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
