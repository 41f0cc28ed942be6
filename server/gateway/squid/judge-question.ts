import { isIP } from 'node:net'
import { canonicaliseAddress } from '#shared/policy/canonical-address.ts'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import { sentHeaderRefusal } from '#shared/policy/sent-headers.ts'
import { type ExchangeFacts, readFacts } from '../embedded/exchange-facts.ts'
import { announcedBodyRefusal } from '../embedded/read-body.ts'
import { readAuthority } from '../embedded/read-authority.ts'
import { codeOf } from '../embedded/refuse.ts'
import { outgoingHeaders } from '../embedded/request-headers.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'
import { type Gate, type Grant, refusedBy, type Verdict } from '../policy/gate.ts'
import type { ReportRefusal } from '../refusals/gateway-refusal.ts'
import { withoutBrackets } from '../way-out/find-addresses.ts'
import { readTunnelTag } from './connection-tag.ts'
import type { HelperAnswer } from './helper-answer.ts'
import type { HelperQuestion } from './helper-question.ts'

export interface JudgeParts {
  readonly gate: Gate
  readonly report: ReportRefusal
}

/** What the ACL that only tells of a refusal is given: Squid itself found that a granted name leads inside. */
export const TELL_NOT_PUBLIC = 'address-not-public'

/**
 * Judges what Squid asks, by the very functions the embedded engine judges by.
 *
 *  - Of a body Squid tells the type and the length and not the content: its fields are the kiosk's gate's to judge.
 *    A grant for free text is refused: nobody here could keep the text for review.
 *  - An address is granted only as the browser's own parser writes it, because Squid sends it on as it came.
 *  - A connection belongs to the host and port of its CONNECT; the name asked for in TLS and every address in it agree.
 *  - Whose connection it is was said by the door. Without that nothing is granted.
 */
export async function judgeQuestion(parts: JudgeParts, question: HelperQuestion): Promise<HelperAnswer> {
  const identity = identityOf(question)
  if (identity === undefined) return refusal(refusedBy('terminal-refused'))
  if (question.purpose === TELL_NOT_PUBLIC) {
    parts.report(identity, { ...described(question), reason: 'address-not-public' })
    const isConnect = question.method === 'CONNECT'
    const reason = 'address-not-public' satisfies DenyReason
    return { result: 'OK', notes: isConnect ? { clt_conn_tag: reason } : { reason } }
  }
  if (question.method === 'CONNECT') return judgeConnect(parts, identity, question)
  const { facts, verdict } = await judgeRequest(parts.gate, identity, question)
  if (verdict.effect === 'allow' && facts !== undefined) return granted(facts, verdict)
  const refused = verdict.effect === 'deny' ? verdict : refusedBy('gate-failed')
  const { reason, siteId, ruleId } = refused
  parts.report(identity, { ...described(question, facts), reason, siteId, ruleId })
  return refusal(refused)
}

function identityOf({ terminalId, inmateId }: HelperQuestion): TunnelIdentity | undefined {
  const terminal = terminalIdSchema.safeParse(terminalId)
  const inmate = inmateIdSchema.safeParse(inmateId)
  return terminal.success && inmate.success ? { terminalId: terminal.data, inmateId: inmate.data } : undefined
}

async function judgeConnect(
  { gate, report }: JudgeParts,
  identity: TunnelIdentity,
  { url, headers, connectionTag }: HelperQuestion,
): Promise<HelperAnswer> {
  const { host } = headers
  const place =
    connectionTag === undefined ? readAuthority({ url, headers: { ...(host !== undefined && { host }) } }) : undefined
  const reason = place === undefined ? 'request-malformed' : await gate.judgeConnect(place.host, place.port)
  if (reason === undefined) return { result: 'OK', notes: { verdict: 'granted', clt_conn_tag: url } }
  report(identity, { reason, host: place?.host ?? '', path: '', method: 'CONNECT', type: 'other' })
  const { result, notes } = refusal(refusedBy(reason))
  // Squid tells of a refused CONNECT within TLS, in answer to the first request there: so the reason stays on it.
  return { result, notes: { ...notes, clt_conn_tag: reason } }
}

async function judgeRequest(
  gate: Gate,
  identity: TunnelIdentity,
  question: HelperQuestion,
): Promise<{ readonly facts?: ExchangeFacts; readonly verdict: Verdict }> {
  const facts = factsOf(question)
  if (facts === undefined) return { verdict: refusedBy('request-malformed') }
  const { url, method, type, initiator, headers, contentLength = 0 } = facts
  const early: DenyReason | undefined = announcedBodyRefusal(facts) ?? headerRefusal(facts)
  if (early !== undefined) return { facts, verdict: refusedBy(early) }
  const verdict = await gate.judge(identity, {
    url,
    method,
    type,
    ...(initiator !== undefined && { initiator }),
    ...(isWriteMethod(method) && { bodyBytes: contentLength, contentType: headers['content-type'] ?? '' }),
  })
  // What a person wrote is kept for review by whoever sees it, and Squid does not.
  const isUnseen = verdict.effect === 'allow' && verdict.freeText === true && isWriteMethod(method)
  if (isUnseen) return { facts, verdict: refusedBy('body-unseen') }
  const isAsWritten = verdict.effect === 'deny' || verdict.address.href === url
  return { facts, verdict: isAsWritten ? verdict : refusedBy('request-malformed') }
}

function headerRefusal({ headers }: ExchangeFacts): DenyReason | undefined {
  return headers['expect'] === undefined ? sentHeaderRefusal(headers) : 'header-not-allowed'
}

function factsOf({
  connectionTag,
  method,
  url,
  version,
  headers,
  serverName,
}: HelperQuestion): ExchangeFacts | undefined {
  const place = connectionTag === undefined ? undefined : readTunnelTag(connectionTag)
  const isSecured = url.startsWith('https:')
  if (isSecured !== (place !== undefined)) return undefined
  // TLS asks for an address literal without a name.
  const name = place === undefined || isIP(withoutBrackets(place.host)) !== 0 ? undefined : place.host
  if (serverName !== name) return undefined
  return readFacts({ method, url, httpVersion: version, rawHeaders: Object.entries(headers).flat() }, place)
}

function granted(facts: ExchangeFacts, { contentSecurityPolicy, siteId, ruleId }: Grant): HelperAnswer {
  // Squid counts what comes, and not what it unpacks to.
  const outgoing = { ...outgoingHeaders(facts), 'accept-encoding': 'identity' }
  const headers = Object.entries(outgoing).map(([name, value]) => [`out-${name}`, value] as const)
  const isPage = facts.type === 'mainFrame' || facts.type === 'subFrame'
  return {
    result: 'OK',
    notes: {
      verdict: 'granted',
      site: siteId,
      rule: ruleId,
      csp: contentSecurityPolicy,
      ...(isPage && { page: 'yes' }),
      ...Object.fromEntries(headers),
    },
  }
}

function refusal(refused: ReturnType<typeof refusedBy>): HelperAnswer {
  return {
    result: 'ERR',
    notes: { verdict: 'refused', reason: refused.reason, message: codeOf({ status: 403, ...refused }) },
  }
}

function described(
  { method, url }: HelperQuestion,
  facts?: ExchangeFacts,
): { readonly host: string; readonly path: string; readonly method: string; readonly type: string } {
  const type = facts?.type ?? 'other'
  const reading = canonicaliseAddress(url)
  if (!reading.ok) return { host: '', path: '', method, type }
  const { host, pathname } = new URL(reading.address.href)
  return { host, path: pathname, method, type }
}
