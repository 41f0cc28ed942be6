import type { RequestDecision } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { possibleContentTypes } from '#shared/policy/content-type.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import { gatewayHeaders } from './gateway-headers.ts'
import { readDetails, type RequestDetails, type Source } from './request-details.ts'
import { headerOf, type SentHeaders, sentHeaderRefusal } from '#shared/policy/sent-headers.ts'

/** What is told of a request as its headers are about to go out. */
export type SentDetails = RequestDetails & { readonly requestHeaders: SentHeaders }

export interface RequestJudge {
  /** As a request begins, and anew at each redirect. Its headers are not known. */
  readonly begin: (details: RequestDetails) => RequestDecision
  /** As its headers are about to go out. */
  readonly send: (details: SentDetails) => RequestDecision
  /** The headers it goes out with, when it may. */
  readonly headers: (details: SentDetails) => Record<string, string>
  /** As its answer comes. */
  readonly answered: (details: RequestDetails) => void
  /** When it is over, whatever its end. */
  readonly end: (id: number) => void
}

const failed: RequestDecision = { effect: 'deny', reason: 'gate-failed' }

/**
 * Judges each request twice, because Electron tells body and content type at two moments.
 *
 *  - A write must be grantable under some content type before its address is even connected to, and is judged again
 *    under the one it carries.
 *  - What did not begin does not go out; nor does a write whose body was not seen at its beginning.
 *  - The gateway is told the type and the page as they were judged, whatever a page wrote there itself.
 *  - Where judging fails, the answer is no.
 */
export function createRequestJudge(
  decide: (request: PolicyRequest) => RequestDecision,
  place: Pick<Source, 'contentsId' | 'start'>,
): RequestJudge {
  const begun = new Map<number, PolicyRequest>()
  const documents = new Map<number, string>()
  const source: Source = { ...place, documentIn: id => documents.get(id) }

  const begin = (details: RequestDetails): RequestDecision => {
    begun.delete(details.id)
    const reading = readDetails(details, source)
    if (!reading.ok) return { effect: 'deny', reason: reading.reason }
    const { request } = reading
    const isSeenWrite = isWriteMethod(details.method) && request.body !== undefined
    const decision = isSeenWrite ? underAnyType(decide, request) : decide(request)
    if (decision.effect === 'allow') begun.set(details.id, request)
    return decision
  }

  const send: RequestJudge['send'] = details => {
    const reason = sentHeaderRefusal(details.requestHeaders)
    if (reason !== undefined) return { effect: 'deny', reason }
    const request = begun.get(details.id)
    const isWrite = isWriteMethod(details.method)
    if (request?.url !== details.url) return { effect: 'deny', reason: isWrite ? 'body-unseen' : 'source-unknown' }
    if (!isWrite) return { effect: 'allow', siteId: '', ruleId: '' }
    const contentType = headerOf(details.requestHeaders, 'content-type') ?? ''
    return decide({ ...request, contentType })
  }

  return {
    begin: details => failClosed(() => begin(details)),
    send: details => failClosed(() => send(details)),
    headers: ({ id, requestHeaders }) => gatewayHeaders(requestHeaders, begun.get(id)),
    answered: details => {
      const frame = frameOf(details)
      if (frame !== undefined) documents.set(frame, details.url)
    },
    end: id => {
      begun.delete(id)
    },
  }
}

/** The place in the page that a document came for; `undefined` for anything but a document, and for a frame that is gone. */
function frameOf({ resourceType, frame }: RequestDetails): number | undefined {
  if (resourceType !== 'mainFrame' && resourceType !== 'subFrame') return undefined
  try {
    return frame?.frameTreeNodeId
  } catch {
    return undefined
  }
}

function underAnyType(decide: (request: PolicyRequest) => RequestDecision, request: PolicyRequest): RequestDecision {
  const decisions = possibleContentTypes(request.body ?? '').map(contentType => decide({ ...request, contentType }))
  return decisions.find(({ effect }) => effect === 'allow') ?? decisions[0] ?? failed
}

function failClosed(judge: () => RequestDecision): RequestDecision {
  try {
    return judge()
  } catch {
    return failed
  }
}
