import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sentHeaderRefusal } from '#shared/policy/sent-headers.ts'
import { type Gate, type Grant, refusedBy, type Verdict } from '../policy/gate.ts'
import type { ReportRefusal } from '../refusals/gateway-refusal.ts'
import { WayOutError } from '../way-out/way-out-error.ts'
import { answerHeaders } from './answer-headers.ts'
import { boundAnswer } from './bound-answer.ts'
import { type ExchangeFacts, readFacts } from './exchange-facts.ts'
import { type BodyReading, readBody, type SeenBody } from './read-body.ts'
import { type Answer, refuse } from './refuse.ts'
import { outgoingHeaders } from './request-headers.ts'
import type { Tunnel } from './tunnel.ts'

export interface AnswerParts {
  readonly gate: Gate
  readonly report: ReportRefusal
  /** In bytes, as they come over the wire and as they unpack: what a site may answer at most. */
  readonly maxAnswerBytes: number
}

/** Judges one request and answers it: with its refusal, or with what the site answers. Rejects when either side leaves. */
export async function answerRequest(
  parts: AnswerParts,
  tunnel: Tunnel,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const facts = readFacts(request, tunnel.place)
  const turnAway = (answer: Answer & Partial<Verdict>, mayGoOn: boolean): void => {
    parts.report(tunnel.identity, {
      ...described(request, facts),
      reason: answer.reason,
      siteId: answer.siteId,
      ruleId: answer.ruleId,
    })
    refuse(response, answer, mayGoOn)
  }
  if (facts === undefined) {
    turnAway({ status: 400, reason: 'request-malformed' }, false)
    return
  }
  const reading = await readWhole(request, facts)
  if (!reading.ok) {
    turnAway(reading, false)
    return
  }
  const verdict = await judge(parts.gate, tunnel, facts, reading)
  if (verdict.effect === 'deny') {
    turnAway({ status: 403, ...verdict }, true)
    return
  }
  try {
    await passOn(parts, tunnel, { facts, body: reading.body, grant: verdict }, response)
  } catch (error) {
    if (!(error instanceof WayOutError) || response.headersSent) throw error
    turnAway({ ...verdict, effect: 'deny', status: error.status, reason: error.reason }, true)
  }
}

/** A body is judged before anybody is told to go on: what `Expect` asks for is not given. */
async function readWhole(request: IncomingMessage, facts: ExchangeFacts): Promise<BodyReading> {
  if (request.headers.expect !== undefined) return { ok: false, status: 417, reason: 'header-not-allowed' }
  return readBody(request, facts)
}

async function judge(
  gate: Gate,
  { identity }: Tunnel,
  { url, method, type, initiator, headers }: ExchangeFacts,
  { body }: Extract<BodyReading, { readonly ok: true }>,
): Promise<Verdict> {
  const reason = sentHeaderRefusal(headers)
  if (reason !== undefined) return refusedBy(reason)
  const contentType = headers['content-type']
  return gate.judge(identity, {
    url,
    method,
    type,
    ...(initiator !== undefined && { initiator }),
    ...(body !== undefined && { body: body.text, contentType: contentType ?? '' }),
  })
}

interface Granted {
  readonly facts: ExchangeFacts
  readonly body: SeenBody | undefined
  readonly grant: Grant
}

async function passOn(
  { maxAnswerBytes }: AnswerParts,
  { wayOut }: Tunnel,
  { facts, body, grant }: Granted,
  response: ServerResponse,
): Promise<void> {
  const leaving = new AbortController()
  response.once('close', () => {
    leaving.abort()
  })
  const { address, isListed, contentSecurityPolicy } = grant
  const answer = await wayOut.send({
    method: facts.method,
    address,
    headers: outgoingHeaders(facts),
    body: body?.bytes,
    isListed,
    signal: leaving.signal,
  })
  const { status, bound } = assertPassable(answer, facts, maxAnswerBytes)
  response.sendDate = false
  response.writeHead(status, answerHeaders(answer.rawHeaders, contentSecurityPolicy))
  await pipeline(answer, bound, response)
}

interface Passable {
  readonly status: number
  readonly bound: Transform
}

/** Nothing that speaks to the proxy in place of the page, nothing that is no page, nothing without an end. */
function assertPassable(answer: IncomingMessage, { type }: ExchangeFacts, maxBytes: number): Passable {
  const status = answer.statusCode ?? 0
  const isDownload = /^\s*attachment/i.test(answer.headers['content-disposition'] ?? '')
  const isPage = type === 'mainFrame' || type === 'subFrame'
  const isTooLong = Number(answer.headers['content-length'] ?? 0) > maxBytes
  const isKnown = status >= 200 && status <= 599 && status !== 407
  if (isKnown && !isTooLong && !(isDownload && isPage)) {
    const bound = boundAnswer(answer.headers['content-encoding'], maxBytes)
    if (bound !== undefined) return { status, bound }
  }
  answer.destroy()
  throw isDownload && isPage ? new WayOutError('download-not-allowed', 403) : new WayOutError('answer-not-allowed', 502)
}

function described(
  request: IncomingMessage,
  facts: ExchangeFacts | undefined,
): { readonly host: string; readonly path: string; readonly method: string; readonly type: string } {
  const method = request.method ?? ''
  if (facts === undefined) return { host: '', path: '', method, type: 'other' }
  const { type } = facts
  try {
    const { host, pathname } = new URL(facts.url)
    return { host, path: pathname, method, type }
  } catch {
    return { host: '', path: '', method, type }
  }
}
