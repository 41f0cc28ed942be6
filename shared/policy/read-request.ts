import { type CanonicalAddress, canonicaliseAddress } from './canonical-address.ts'
import { type BodyType, readContentType } from './content-type.ts'
import type { DenyReason } from './deny-reasons.ts'
import { type NamedValue, parseNamedValues } from './named-values.ts'
import type { PolicyRequest } from './policy-request.ts'
import { byteLength, MAX_BODY_BYTES, readBody } from './request-body.ts'
import { isMethodOverride } from './request-methods.ts'
import { isWebResourceType } from './resource-types.ts'

/** A request in the form that rules are compared with. */
export interface ReadRequest {
  readonly address: CanonicalAddress
  readonly method: string
  readonly type: string
  readonly query: readonly NamedValue[]
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

/** Reads a request, or says why no rule could ever grant it. */
export function readRequest(request: PolicyRequest): ReadRequest | DenyReason {
  const reading = canonicaliseAddress(request.url)
  if (!reading.ok) return reading.reason
  const { address } = reading
  const type = request.type ?? 'mainFrame'
  if (!isWebResourceType(type)) return 'type-not-web'
  const query = parseNamedValues(address.query)
  if (query === undefined || query.some(({ value }) => value.includes('\n'))) return 'query-unreadable'
  const body = readBodyOf(request)
  if (query.some(overridesMethod) || body?.fields?.some(overridesMethod) === true) return 'method-override'
  return { address, method: request.method ?? 'GET', type, query, body }
}

function overridesMethod({ name }: NamedValue): boolean {
  return isMethodOverride(name)
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
