import { createHash } from 'node:crypto'

/** `version` and the variant bits of RFC 9562 §4 set into 16 bytes, written as a UUID. */
function uuidText(bytes: Buffer, version: 7 | 8): string {
  const marked = Buffer.from(bytes.subarray(0, 16))
  marked[6] = (marked.readUInt8(6) & 0x0f) | (version << 4)
  marked[8] = (marked.readUInt8(8) & 0x3f) | 0x80
  const hex = marked.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function digest(name: string): Buffer {
  return createHash('sha256').update(`guichet sample: ${name}`).digest()
}

/**
 * The id of the thing called `name`: always the same, so that two sample prisons set up apart agree.
 * A version 8 UUID (RFC 9562 §5.8) of the name's SHA-256; `name` starts with the kind of thing.
 */
export function stableId(name: string): string {
  return uuidText(digest(name), 8)
}

/**
 * The id of a request called `name` that was confirmed at `instant`. Requests carry version 7 ids (RFC 9562 §5.7):
 * the first 48 bits are the milliseconds, the rest, random elsewhere, comes from the name.
 */
export function stableIdAt(name: string, instant: string): string {
  const bytes = digest(name)
  bytes.writeUIntBE(Date.parse(instant), 0, 6)
  return uuidText(bytes, 7)
}

/** A whole number from `from` up to and including `to`, always the same for the same `name`. */
export function stableNumber(name: string, from: number, to: number): number {
  return from + (digest(name).readUIntBE(0, 6) % (to - from + 1))
}
