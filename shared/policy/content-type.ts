/** The bodies a gate can read field by field. No other may be granted. */
export const bodyTypes = ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data'] as const
export type BodyType = (typeof bodyTypes)[number]

/** A body type, and what parts the body where it has several parts. */
export type BodyForm =
  | { readonly type: Exclude<BodyType, 'multipart/form-data'> }
  | { readonly type: 'multipart/form-data'; readonly boundary: string }

const CHARSET = /^charset\s*=\s*(?:utf-8|"utf-8")$/i
/** RFC 2046 §5.1.1, less the characters that need quoting and that no browser writes. */
const BOUNDARY = /^boundary=(?:"(?<quoted>[\w'+.-]{1,70})"|(?<plain>[\w'+.-]{1,70}))$/i

/**
 * Reads a `Content-Type` header, or answers `undefined` where it names another body, says anything twice, says more than
 * UTF-8, or leaves open where one part ends and the next begins.
 */
export function readContentType(header: string | undefined): BodyForm | undefined {
  const [essence = '', ...parameters] = (header ?? '').split(';').map(part => part.trim())
  const type = bodyTypes.find(known => known === essence.toLowerCase())
  const [parameter] = parameters
  if (type === undefined || parameters.length > 1) return undefined
  if (type !== 'multipart/form-data') return parameter === undefined || CHARSET.test(parameter) ? { type } : undefined
  const groups = BOUNDARY.exec(parameter ?? '')?.groups
  const boundary = groups?.['quoted'] ?? groups?.['plain']
  return boundary === undefined ? undefined : { type, boundary }
}

/**
 * The content types a body could travel under, for a gate that sees the body before its headers. Of a body in parts the
 * first line is the boundary; where it is not, the real header will not be readable either.
 */
export function possibleContentTypes(body: string): readonly string[] {
  const boundary = /^--([\w'+.-]{1,70}?)(?:--)?\r\n/.exec(body)?.[1] ?? 'none'
  return bodyTypes.map(type => (type === 'multipart/form-data' ? `${type}; boundary=${boundary}` : type))
}
