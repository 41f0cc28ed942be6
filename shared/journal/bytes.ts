/** The numbers in `bytes`, wherever its memory begins. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const TWO_TO_32 = 2 ** 32

/** A whole number of 48 bits, little-endian. */
export function readUint48(view: DataView, offset: number): number {
  return view.getUint32(offset, true) + view.getUint16(offset + 4, true) * TWO_TO_32
}

export function writeUint48(view: DataView, offset: number, value: number): void {
  view.setUint32(offset, value % TWO_TO_32, true)
  view.setUint16(offset + 4, Math.floor(value / TWO_TO_32), true)
}

/** Whether `bytes` holds `needle` at `offset`. */
export function holdsAt(bytes: Uint8Array, offset: number, needle: Uint8Array): boolean {
  return offset + needle.length <= bytes.length && needle.every((byte, place) => bytes[offset + place] === byte)
}

/** Where `needle`, of one byte or more, first lies at or behind `from`; -1 where it does not. */
export function indexOfBytes(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const [first = 0] = needle
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (holdsAt(bytes, at, needle)) return at
  }
  return -1
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** The 16 bytes of an id as it is written: 8-4-4-4-12 hexadecimal digits. */
export function uuidToBytes(uuid: string): Uint8Array<ArrayBuffer> {
  const digits = uuid.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_byte, place) => Number.parseInt(digits.slice(2 * place, 2 * place + 2), 16))
}

export function bytesToUuid(bytes: Uint8Array): string {
  const digits = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [0, 8, 12, 16, 20].map((from, part, starts) => digits.slice(from, starts[part + 1])).join('-')
}
