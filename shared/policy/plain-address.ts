import type { CanonicalAddress } from './canonical-address.ts'

// Nearly all that browsers ask for is written as the URL parser would write it, and the parser takes most of the time of a
// decision. So an address of nothing but plain signs is cut where its parts meet, and any other is parsed.

/**
 * Signs that the URL parser leaves as they are, in each part: words of figures and small letters, parted by one dot or
 * hyphen each (so no label is encoded, `xn--`); segments that are not empty and begin with no dot; no port, no fragment, nothing encoded but in
 * the query. No sign can be read as part of two, so a match takes one pass.
 */
const PLAIN =
  /^https?:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*(?=\/)(?:\/[\w~!$&'()*+,:=@-][\w.~!$&'()*+,:=@-]*)*\/?(?:\?[\w.~!$&()*+,:=@/?%;[\]-]*)?$/

/** In characters, the longest name DNS has. */
const MAX_HOST_LENGTH = 253

const SMALL_A = 0x61

/**
 * Reads an address in which the URL parser changes nothing, and whose host is a name. Answers `undefined` for any other,
 * which is then parsed.
 *
 * Held by the test "reads a plain address as the URL parser does", which compares the two.
 */
export function readPlainAddress(text: string): CanonicalAddress | undefined {
  if (!PLAIN.test(text)) return undefined
  const isSecure = text.startsWith('https')
  const hostAt = isSecure ? 'https://'.length : 'http://'.length
  const pathAt = text.indexOf('/', hostAt)
  const isName = text.charCodeAt(Math.max(hostAt, text.lastIndexOf('.', pathAt) + 1)) >= SMALL_A
  // A last label that begins with a figure may be an address literal.
  if (!isName || pathAt - hostAt > MAX_HOST_LENGTH) return undefined
  const mark = text.indexOf('?', pathAt)
  return new PlainAddress(text, { isSecure, hostAt, pathAt, queryAt: mark < 0 ? text.length : mark })
}

interface Cuts {
  readonly isSecure: boolean
  readonly hostAt: number
  readonly pathAt: number
  readonly queryAt: number
}

/** Cut into segments only where a rule asks for them: many rules list a host as a whole. */
class PlainAddress implements CanonicalAddress {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
  readonly hasDefaultPort = true
  readonly query: string
  readonly href: string
  private readonly pathAt: number
  private readonly queryAt: number
  private segments: readonly string[] | undefined

  constructor(text: string, { isSecure, hostAt, pathAt, queryAt }: Cuts) {
    this.scheme = isSecure ? 'https' : 'http'
    this.host = text.slice(hostAt, pathAt)
    this.port = isSecure ? 443 : 80
    this.query = text.slice(queryAt + 1)
    this.href = text
    this.pathAt = pathAt
    this.queryAt = queryAt
    this.segments = undefined
  }

  get path(): readonly string[] {
    this.segments ??= this.href.slice(this.pathAt + 1, this.queryAt).split('/')
    return this.segments
  }
}
