import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { RequestDecision } from '#shared/policy/evaluate-request.ts'
import type { Session } from 'electron'
import { gatewayRefusal } from './gateway-refusal.ts'
import { createVisitCookies, type VisitCookies } from './visit-cookies.ts'
import type { RequestJudge } from './judge-request.ts'
import type { RefusedRequest } from './refusals.ts'
import type { CertificateVerifier } from './site-certificate.ts'
import { type AddedHeaders, isRewritten, rewriteReceivedHeaders } from '#shared/policy/received-headers.ts'

/*
 * Threat: a page that sends what it was given to type, or fetches what it was not meant to show, through any of the
 * hundred ways a browser has of asking for something. Chromium asks a session's listeners about most of them. Those it
 * does not ask about (docs/threat-model.md lists them) are closed by headers here and, with authority, by the gateway.
 */

/** The part of a session that is guarded. */
export type GuardedSession = Pick<
  Session,
  | 'setSpellCheckerLanguages'
  | 'setSpellCheckerEnabled'
  | 'on'
  | 'getUserAgent'
  | 'setUserAgent'
  | 'setCertificateVerifyProc'
> & {
  readonly webRequest: Pick<
    Session['webRequest'],
    'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived' | 'onErrorOccurred'
  >
}

export interface SessionGuardParts {
  readonly judge: RequestJudge
  readonly verifyCertificate: CertificateVerifier
  readonly headers: () => AddedHeaders
  /** As in `Accept-Language`. */
  readonly languages: string
  readonly onRefusedPage: (url: string, reason: DenyReason, request?: RefusedRequest) => void
  readonly onRefusedPart: (reason: DenyReason, request?: RefusedRequest) => void
}

/**
 * Ties a session to what the judge grants. To be called before any view is made in it: a view keeps the user agent it
 * was made with, and begins to ask for things at once.
 *
 * Held by `guard-session.test.ts`.
 */
export function guardSession(session: GuardedSession, parts: SessionGuardParts): void {
  const { judge, onRefusedPart } = parts
  // First of all: Chromium starts to fetch dictionaries as soon as a session has languages.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.setUserAgent(plainUserAgent(session.getUserAgent()), parts.languages)
  session.setCertificateVerifyProc(parts.verifyCertificate)
  session.on('will-download', event => {
    event.preventDefault()
    onRefusedPart('download-not-allowed')
  })
  const cookies = createVisitCookies()
  guardRequests(session, parts, cookies)
  session.webRequest.onHeadersReceived((details, answer) => {
    const refusal = gatewayRefusal(details)
    if (refusal !== undefined) {
      answer({ cancel: true })
      parts.onRefusedPage(details.url, refusal)
      return
    }
    judge.answered(details)
    const { responseHeaders: received = {} } = details
    cookies.remember(details.url, received)
    const added = parts.headers()
    // Electron carries headers across at a price that shows in every page: those the gateway has rewritten stay.
    answer(isRewritten(received, added) ? {} : { responseHeaders: rewriteReceivedHeaders(received, added) })
  })
  session.webRequest.onErrorOccurred(({ id }) => {
    judge.end(id)
  })
}

function guardRequests(
  { webRequest }: GuardedSession,
  { judge, onRefusedPage, onRefusedPart }: SessionGuardParts,
  cookies: VisitCookies,
): void {
  const report = (decision: RequestDecision, { url, method, resourceType }: RefusedRequest): void => {
    if (decision.effect === 'allow') return
    const { reason, ruleId } = decision
    const request = { url, method, resourceType, ...(ruleId === undefined ? {} : { ruleId }) }
    if (resourceType === 'mainFrame') onRefusedPage(url, reason, request)
    else onRefusedPart(reason, request)
  }
  // Answered before it is reported: whatever becomes of the report, the request has not gone out.
  webRequest.onBeforeRequest((details, answer) => {
    const decision = judge.begin(details)
    answer({ cancel: decision.effect !== 'allow' })
    report(decision, details)
  })
  webRequest.onBeforeSendHeaders((details, answer) => {
    const decision = judge.send(details)
    if (decision.effect === 'deny') answer({ cancel: true })
    else answer({ requestHeaders: cookies.withGiven(details.url, judge.headers(details)) })
    report(decision, details)
  })
}

/** What every browser of this kind says of itself. Which prison's terminal asks is nobody's business outside. */
function plainUserAgent(userAgent: string): string {
  return userAgent.replaceAll(/ (?:[\w.-]+)\/[\w.-]+(?= |$)/g, product =>
    /^ (?:AppleWebKit|Chrome|Safari)\//.test(product) ? product : '',
  )
}
