import { type CanonicalAddress, canonicaliseAddress } from './canonical-address.ts'
import type { DenyReason } from './deny-reasons.ts'
import { type NamedValue, parseNamedValues } from './named-values.ts'
import type { PolicyRequest } from './policy-request.ts'
import { type BodyType, bodyTypeOf, byteLength, MAX_BODY_BYTES, readBody } from './request-body.ts'
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
  /** `undefined` where the body is not a plain list of fields, or longer than any grant. */
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
  const names = [...query, ...(body?.fields ?? [])].map(({ name }) => name)
  if (names.some(isMethodOverride)) return 'method-override'
  return { address, method: request.method ?? 'GET', type, query, body }
}

/** An empty body is a body: only one that was not given at all is unseen. */
function readBodyOf({ body, contentType }: PolicyRequest): ReadBody | undefined {
  if (body === undefined) return undefined
  const type = bodyTypeOf(contentType)
  const bytes = byteLength(body)
  const fields = type === undefined || bytes > MAX_BODY_BYTES ? undefined : readBody(type, body)
  return { type, bytes, fields }
}
