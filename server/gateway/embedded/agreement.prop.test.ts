import * as fc from 'fast-check'
import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import type { Rule } from '#shared/policy/rule-schema.ts'
import { anyPolicy, anyRequest } from '#shared/policy/testing/arbitrary-policy.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import type { GatewayEngine } from '../gateway-engine.ts'
import { createGate } from '../policy/gate.ts'
import { prepare, type PolicyInForce } from '../policy/policy-source.ts'
import { type RawAnswer, readAnswer } from '../testing/raw-answer.ts'
import { requestText } from '../testing/test-gateway.ts'
import { createCookieJars } from './cookie-jars.ts'
import { createEmbeddedEngine } from './create-embedded-engine.ts'

const identity = { terminalId: terminalIdSchema.parse(uuid()), inmateId: inmateIdSchema.parse(uuid()) }
/** Why requests were refused, as the gateway's log has it. */
const told: string[] = []
let inForce: PolicyInForce
let engine: GatewayEngine
let server: Server
let port: number

beforeAll(async () => {
  engine = createEmbeddedEngine({
    gate: createGate({
      policies: { current: async () => inForce },
      reportBug: error => {
        throw error
      },
    }),
    leaves: { contextFor: () => Promise.reject(new Error('no TLS here')) },
    report: (_identity, { reason }) => void told.push(reason),
    cookies: createCookieJars(
      () => new Date(),
      () => undefined,
    ),
    // Nothing is reached: what is granted ends as a name nobody knows, or a listed address without a way.
    wayOut: { resolve: () => Promise.resolve([]), connectTimeoutMs: 20 },
  })
  server = createServer(socket => engine.accept(socket, identity))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = address === null || typeof address === 'string' ? 0 : address.port
})
afterAll(async () => {
  await engine.close()
  server.close()
})

/** What HTTP can say at all: a word for a method, a printable address, a known length. */
function isSayable({ url, method = 'GET' }: PolicyRequest): boolean {
  return /^http:\/\/[!-~]+$/.test(url) && !url.includes('#') && method !== 'post'
}

async function ask({
  url,
  method = 'GET',
  type = 'mainFrame',
  initiator,
  contentType,
  body,
}: PolicyRequest): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  try {
    const headers = {
      Host: /^http:\/\/([^/?]*)/.exec(url)?.[1] ?? '',
      'Guichet-Type': type,
      ...(initiator !== undefined && { 'Guichet-Initiator': initiator }),
      ...(contentType !== undefined && { 'Content-Type': contentType }),
      ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
    }
    socket.write(requestText(`${method} ${url} HTTP/1.1`, headers, body))
    return await readAnswer(socket, { hasBody: method !== 'HEAD' })
  } finally {
    socket.destroy()
  }
}

/** The same policy for sites without TLS, so that no handshake is needed for each. */
function withoutTls({ version, sites }: WebPolicy): WebPolicy {
  const opened = (rule: Rule): Rule => ({ ...rule, schemes: ['http', 'https'] })
  return { version, sites: sites.map(site => ({ ...site, rules: site.rules.map(opened) })) }
}

test('what the gateway lets out is what evaluateRequest grants, and nothing else', async () => {
  const counts = { allow: 0, deny: 0 }
  const sayable = anyRequest
    .map(request => ({ ...request, url: request.url.replace(/^https:\/\//, 'http://').replace(':443', '') }))
    .filter(isSayable)
  const property = fc.asyncProperty(anyPolicy, sayable, async (policy, request) => {
    inForce = { ...prepare(withoutTls(policy)), circumstances: { today: '2026-06-30' } }
    // On the wire a write without a body has an empty one.
    const body = request.body ?? (isWriteMethod(request.method ?? 'GET') ? '' : undefined)
    const seen = { ...request, ...(body !== undefined && { body }) }
    const { effect } = evaluateRequest(inForce.compiled, seen, inForce.circumstances)
    told.length = 0
    const { status, headers } = await ask(request)
    counts[effect] += 1
    expect(told, 'each refusal is told once, and as the terminal hears it').toEqual(headers.get('guichet-refused'))
    expect(status >= 500 ? 'allow' : 'deny').toBe(effect)
  })
  await fc.assert(property, { numRuns: 400 })
  expect(counts.allow).toBeGreaterThan(20)
  expect(counts.deny).toBeGreaterThan(20)
})
