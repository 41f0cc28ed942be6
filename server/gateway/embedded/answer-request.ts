import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { sentHeaderRefusal } from '#shared/policy/sent-headers.ts'
import { type Gate, type Grant, type Refused, refusedBy, type Verdict } from '../policy/gate.ts'
import type { ReportRefusal } from '../refusals/gateway-refusal.ts'
import { WayOutError } from '../way-out/way-out-error.ts'
import { answerHeaders } from './answer-headers.ts'
import { boundAnswer } from './bound-answer.ts'
import type { CookieJars } from './cookie-jars.ts'
import { type ExchangeFacts, readFacts } from './exchange-facts.ts'
import { type BodyReading, readBody, type SeenBody } from './read-body.ts'
import { type Answer, refuse } from './refuse.ts'
import { outgoingHeaders } from './request-headers.ts'
import type { Tunnel } from './tunnel.ts'

export interface AnswerParts {
  readonly gate: Gate
  readonly report: ReportRefusal
  readonly cookies: CookieJars
  /** In bytes, as they come over the wire and as they unpack: what a site may answer at most. */
  readonly maxAnswerBytes: number
}

/**
 * Judges one request and answers it: with its refusal, or with what the site answers. Rejects when either side leaves, and
 * when what is under way is granted no more: then the connection has to end.
 */
export async function answerRequest(
  parts: AnswerParts,
  tunnel: Tunnel,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const facts = readFacts(request, tunnel.place)
  const turnAway = (answer: Answer & Partial<Verdict>, mayGoOn: boolean): void => {
    const { reason, siteId, ruleId } = answer
    parts.report(tunnel.identity, { ...described(request, facts), reason, siteId, ruleId })
    if (!response.headersSent) refuse(response, answer, mayGoOn)
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
  const asked = askedOf(facts, reading.body)
  const verdict = await judge(parts.gate, tunnel, facts, asked)
  if (verdict.effect === 'deny') {
    turnAway({ status: 403, ...verdict }, true)
    return
  }
  const exchange = follow(parts.gate, tunnel, asked, response)
  try {
    await passOn(parts, tunnel, { facts, body: reading.body, grant: verdict, signal: exchange.signal }, response)
  } catch (error) {
    const refusal = exchange.refusal() ?? refusalOf(error, verdict, response)
    if (refusal === undefined) throw error
    const isBegun = response.headersSent
    turnAway(refusal, true)
    if (isBegun) throw error
  } finally {
    exchange.stop()
  }
}

function refusalOf(error: unknown, { siteId, ruleId }: Grant, response: ServerResponse): RefusedAnswer | undefined {
  if (!(error instanceof WayOutError) || response.headersSent) return undefined
  return { effect: 'deny', status: error.status, reason: error.reason, siteId, ruleId }
}

type RefusedAnswer = Answer & Partial<Refused>

interface Exchange {
  /** Ends what is asked of the site: the terminal has left, or may not have it any more. */
  readonly signal: AbortSignal
  /** Why it may not; `undefined` while it may. */
  readonly refusal: () => RefusedAnswer | undefined
  readonly stop: () => void
}

/** Follows a request until it is over, and breaks it off when it is granted no more. */
function follow(gate: Gate, { identity }: Tunnel, asked: PolicyRequest, response: ServerResponse): Exchange {
  const leaving = new AbortController()
  let refusal: RefusedAnswer | undefined
  response.once('close', () => {
    leaving.abort()
  })
  const stop = gate.follow(identity, asked, refused => {
    refusal ??= { status: 403, ...refused }
    leaving.abort()
  })
  return { signal: leaving.signal, refusal: () => refusal, stop }
}

/** A body is judged before anybody is told to go on: what `Expect` asks for is not given. */
async function readWhole(request: IncomingMessage, facts: ExchangeFacts): Promise<BodyReading> {
  if (request.headers.expect !== undefined) return { ok: false, status: 417, reason: 'header-not-allowed' }
  return readBody(request, facts)
}

async function judge(
  gate: Gate,
  { identity }: Tunnel,
  { headers }: ExchangeFacts,
  asked: PolicyRequest,
): Promise<Verdict> {
  const reason = sentHeaderRefusal(headers)
  return reason === undefined ? gate.judge(identity, asked) : refusedBy(reason)
}

function askedOf({ url, method, type, initiator, headers }: ExchangeFacts, body: SeenBody | undefined): PolicyRequest {
  return {
    url,
    method,
    type,
    ...(initiator !== undefined && { initiator }),
    ...(body !== undefined && { body: body.text, contentType: headers['content-type'] ?? '' }),
  }
}

interface Granted {
  readonly facts: ExchangeFacts
  readonly body: SeenBody | undefined
  readonly grant: Grant
  readonly signal: AbortSignal
}

async function passOn(
  { cookies, maxAnswerBytes }: AnswerParts,
  { wayOut, identity }: Tunnel,
  { facts, body, grant, signal }: Granted,
  response: ServerResponse,
): Promise<void> {
  const { address, isListed, contentSecurityPolicy } = grant
  const headers = cookies.withGiven(identity, address.host, facts.headers)
  const answer = await wayOut.send({
    method: facts.method,
    address,
    headers: outgoingHeaders({ ...facts, headers }),
    body: body?.bytes,
    isListed,
    signal,
  })
  const { status, bound } = assertPassable(answer, facts, maxAnswerBytes)
  // Before the terminal has them: what it shows in return may come on another connection at once.
  cookies.remember(identity, address.host, answer.headers['set-cookie'] ?? [])
  response.sendDate = false
  response.writeHead(status, answerHeaders(answer.rawHeaders, contentSecurityPolicy))
  await pipeline(answer, bound, response, { signal })
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
