const REVERSED_POLYNOMIAL = 0xedb88320

const table = Uint32Array.from({ length: 256 }, (_entry, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ REVERSED_POLYNOMIAL : value >>> 1
  return value
})

/** The CRC-32 of zip and Ethernet; `before` is that of the bytes in front. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const { length } = bytes
  let crc = ~before
  for (let at = 0; at < length; at += 1) crc = (crc >>> 8) ^ Number(table[(crc ^ Number(bytes[at])) & 0xff])
  return ~crc >>> 0
}
