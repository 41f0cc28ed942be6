import type { Grant, RequestDecision } from '#shared/policy/evaluate-request.ts'
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
  /** As the frame at this place begins to go elsewhere, also where nothing is asked for: to a document written by a page. */
  readonly leaving: (frameTreeNodeId: number) => void
  /** When it came to nothing. */
  readonly end: (id: number) => void
}

/** Whether what is granted still fits today's use; if so it is counted. */
export type Spend = (grant: Grant, request: PolicyRequest) => boolean

/** Only a document's first requests are looked up here; one that was forgotten is no site's, and they are refused. */
const MOST_DOCUMENTS = 500

/** Answers from the page's own cache are told of by no event worth its price, so the oldest of very many are forgotten, and refused. */
const MOST_BEGUN = 20_000

const failed: RequestDecision = { effect: 'deny', reason: 'gate-failed' }

/**
 * Judges each request twice, because Electron tells body and content type at two moments.
 *
 *  - A write must be grantable under some content type before its address is even connected to, and is judged again
 *    under the one it carries.
 *  - What did not begin does not go out; nor does a write whose body was not seen at its beginning.
 *  - What is granted is counted once: a read as it begins, a write as it goes out. What does not fit is refused.
 *  - The gateway is told the type and the page as they were judged, whatever a page wrote there itself.
 *  - Where judging fails, the answer is no.
 */
export function createRequestJudge(
  decide: (request: PolicyRequest) => RequestDecision,
  place: Pick<Source, 'contentsId' | 'start'>,
  spend: Spend = () => true,
): RequestJudge {
  const begun = new Map<number, PolicyRequest>()
  const documents = new Map<number, string>()
  const source: Source = { ...place, documentIn: id => documents.get(id) }
  const judge = (request: PolicyRequest): RequestDecision => counted(spend, decide(request), request)

  const begin = (details: RequestDetails): RequestDecision => {
    begun.delete(details.id)
    const reading = readDetails(details, source)
    if (!reading.ok) return { effect: 'deny', reason: reading.reason }
    const { request } = reading
    const decision = isWriteMethod(details.method) ? underAnyType(decide, request) : judge(request)
    if (decision.effect === 'allow') remember(begun, details.id, request, MOST_BEGUN)
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
    return judge({ ...request, contentType })
  }

  return {
    begin: details => failClosed(() => begin(details)),
    send: details => failClosed(() => send(details)),
    headers: ({ id, requestHeaders }) => gatewayHeaders(requestHeaders, begun.get(id)),
    answered: details => {
      begun.delete(details.id)
      noteDocument(documents, details)
    },
    leaving: frameTreeNodeId => void documents.delete(frameTreeNodeId),
    end: id => void begun.delete(id),
  }
}

function noteDocument(documents: Map<number, string>, details: RequestDetails): void {
  const frame = frameOf(details)
  if (frame === undefined) return
  remember(documents, frame, details.url, MOST_DOCUMENTS)
}

/** As the newest of at most `most`. */
function remember<Value>(all: Map<number, Value>, id: number, value: Value, most: number): void {
  all.delete(id)
  all.set(id, value)
  const [oldest] = all.keys()
  if (all.size > most && oldest !== undefined) all.delete(oldest)
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

function counted(spend: Spend, decision: RequestDecision, request: PolicyRequest): RequestDecision {
  if (decision.effect === 'deny' || spend(decision, request)) return decision
  const { siteId, ruleId } = decision
  return { effect: 'deny', reason: 'budget-spent', siteId, ruleId }
}

function underAnyType(decide: (request: PolicyRequest) => RequestDecision, request: PolicyRequest): RequestDecision {
  if (request.body === undefined) return decide(request)
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
