/** "\r\n\r\n\0\r\nQUIT\n": what no other protocol begins with. */
const SIGNATURE = Buffer.from('0d0a0d0a000d0a515549540a', 'hex')
/** Version 2, and the sender speaks for somebody else. */
const VERSION_AND_COMMAND = 0x21
/** TCP over IPv4. */
const FAMILY_AND_PROTOCOL = 0x11
const LOOPBACK = [127, 0, 0, 1] as const
/** In bytes: what the two-byte length of a value can say. */
const MAX_LENGTH = 0xffff

/** Types the specification leaves to whoever sends the header (§2.2.7). Squid's configuration names them in decimal. */
export const TERMINAL_TLV = 0xe0
export const INMATE_TLV = 0xe1

/** A type and a value of the header's optional part. */
export interface Tlv {
  readonly type: number
  readonly value: string
}

/**
 * Encodes a header of the PROXY protocol, version 2 (haproxy.org, proxy-protocol.txt §2.2): what the door says to Squid
 * before the terminal says anything.
 *
 * Both ends are loopback without a port: where the terminal stands is said by its id and not by an address.
 * Throws a `RangeError` where something is too long to be told.
 */
export function encodeProxyHeader(tlvs: readonly Tlv[]): Buffer {
  const addresses = Buffer.from([...LOOPBACK, ...LOOPBACK, 0, 0, 0, 0])
  const rest = Buffer.concat([addresses, ...tlvs.map(encodeTlv)])
  return Buffer.concat([SIGNATURE, Buffer.from([VERSION_AND_COMMAND, FAMILY_AND_PROTOCOL]), lengthOf(rest), rest])
}

function encodeTlv({ type, value }: Tlv): Buffer {
  const bytes = Buffer.from(value, 'utf8')
  return Buffer.concat([Buffer.from([type]), lengthOf(bytes), bytes])
}

function lengthOf({ length }: Buffer): Buffer {
  if (length > MAX_LENGTH) throw new RangeError('too long for a PROXY header')
  return Buffer.from([length >> 8, length & 0xff])
}
