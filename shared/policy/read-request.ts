import { type CanonicalAddress, canonicaliseAddress } from './canonical-address.ts'
import { type BodyType, readContentType } from './content-type.ts'
import type { DenyReason } from './deny-reasons.ts'
import { type NamedValue, parseNamedValues } from './named-values.ts'
import type { PolicyRequest } from './policy-request.ts'
import { byteLength, MAX_BODY_BYTES, readBody } from './request-body.ts'
import { isWebResourceType } from './resource-types.ts'

/** A request in the form that rules are compared with. To be read by its names, not spread: a query is read late. */
export interface ReadRequest {
  readonly address: CanonicalAddress
  readonly method: string
  readonly type: string
  /** Empty where it cannot be read, which `hardRefusal` says. */
  readonly query: readonly NamedValue[]
  readonly hasReadableQuery: boolean
  readonly body: ReadBody | undefined
}

export interface ReadBody {
  readonly type: BodyType | undefined
  readonly bytes: number
  /** Whether its content is here, and not only announced. */
  readonly isSeen: boolean
  /** `undefined` where the body is not a list of fields, is longer than any grant, or is not seen. */
  readonly fields: readonly NamedValue[] | undefined
}

/** Reads a request, or says why no rule could ever grant it. What its query and body may not hold is said later. */
export function readRequest(request: PolicyRequest): ReadRequest | DenyReason {
  const reading = canonicaliseAddress(request.url)
  if (!reading.ok) return reading.reason
  const type = request.type ?? 'mainFrame'
  return isWebResourceType(type) ? new LateReadRequest(reading.address, type, request) : 'type-not-web'
}

const nothing: readonly NamedValue[] = []

/** Reads the query only when a rule has been found whose place is the request's: most requests are refused before. */
class LateReadRequest implements ReadRequest {
  readonly address: CanonicalAddress
  readonly method: string
  readonly type: string
  readonly body: ReadBody | undefined
  private values: readonly NamedValue[] | 'unread' | 'unreadable' = 'unread'

  constructor(address: CanonicalAddress, type: string, request: PolicyRequest) {
    this.address = address
    this.method = request.method ?? 'GET'
    this.type = type
    this.body = readBodyOf(request)
  }

  get hasReadableQuery(): boolean {
    if (this.values === 'unread') this.values = readQuery(this.address.query) ?? 'unreadable'
    return this.values !== 'unreadable'
  }

  get query(): readonly NamedValue[] {
    return this.hasReadableQuery && typeof this.values !== 'string' ? this.values : nothing
  }
}

function readQuery(text: string): readonly NamedValue[] | undefined {
  const values = parseNamedValues(text)
  const hasLines = text.includes('%0') && values?.some(({ value }) => value.includes('\n')) === true
  return hasLines ? undefined : values
}

/** An empty body is a body: only one that was not given at all is unseen. */
function readBodyOf({ body, bodyBytes, contentType }: PolicyRequest): ReadBody | undefined {
  if (body === undefined && bodyBytes === undefined) return undefined
  const form = readContentType(contentType)
  if (body === undefined) return { type: form?.type, bytes: bodyBytes ?? 0, isSeen: false, fields: undefined }
  const bytes = byteLength(body)
  // Two sizes for one body: one of them is not what will be sent.
  const isReadable = bytes <= MAX_BODY_BYTES && (bodyBytes ?? bytes) === bytes
  const fields = form === undefined || !isReadable ? undefined : readBody(form, body)
  return { type: form?.type, bytes, isSeen: true, fields }
}
