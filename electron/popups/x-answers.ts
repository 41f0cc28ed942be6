import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Area } from './within-area.ts'

/** What the server says of itself when it lets a client in. */
export interface XWelcome {
  readonly root: number
  /** The part of a window's number that its client chooses; the rest says whose it is. */
  readonly ownMask: number
}

/** What is read of everything else it says. */
export type XMessage =
  | { readonly kind: 'reply'; readonly bytes: Buffer }
  | { readonly kind: 'placed'; readonly window: number; readonly place: Area; readonly isUnmanaged: boolean }
  | { readonly kind: 'gone'; readonly window: number }
  | { readonly kind: 'other' }

const HEAD = 8
const MESSAGE = 32
/** Nothing that is asked for here is answered with more. */
const LONGEST = 64 * 1024

/** Takes a stream of bytes apart: the welcome first, then messages. Throws where it is no X server that lets us in. */
export class XReader {
  #left: Buffer = Buffer.alloc(0)
  #welcome: XWelcome | undefined

  /** Answers what became whole with these bytes. */
  take(bytes: Buffer): readonly (XWelcome | XMessage)[] {
    this.#left = Buffer.concat([this.#left, bytes])
    const whole: (XWelcome | XMessage)[] = []
    for (let one = this.#next(); one !== undefined; one = this.#next()) whole.push(one)
    return whole
  }

  #next(): XWelcome | XMessage | undefined {
    const length = this.#length()
    if (length === undefined || this.#left.length < length) return undefined
    const bytes = this.#left.subarray(0, length)
    this.#left = this.#left.subarray(length)
    if (this.#welcome !== undefined) return readMessage(bytes)
    this.#welcome = readWelcome(bytes)
    return this.#welcome
  }

  #length(): number | undefined {
    const isWelcomed = this.#welcome !== undefined
    if (this.#left.length < (isWelcomed ? MESSAGE : HEAD)) return undefined
    const length = isWelcomed ? MESSAGE + moreOf(this.#left) : HEAD + this.#left.readUInt16LE(6) * 4
    if (length > LONGEST) throw new GuichetError('INTERNAL', 'the display says too much at once')
    return length
  }
}

/** Only replies and events of extensions are longer than the others. */
function moreOf(bytes: Buffer): number {
  const code = bytes.readUInt8(0) & 0x7f
  return code === 1 || code === 35 ? bytes.readUInt32LE(4) * 4 : 0
}

function readWelcome(bytes: Buffer): XWelcome {
  if (bytes.readUInt8(0) !== 1) throw new GuichetError('INTERNAL', 'the display does not let this account in')
  const vendor = bytes.readUInt16LE(24)
  const screens = 40 + Math.ceil(vendor / 4) * 4 + bytes.readUInt8(29) * 8
  return { root: bytes.readUInt32LE(screens), ownMask: bytes.readUInt32LE(16) }
}

function readMessage(bytes: Buffer): XMessage {
  switch (bytes.readUInt8(0) & 0x7f) {
    case 1:
      return { kind: 'reply', bytes }
    // CreateNotify, DestroyNotify, ConfigureNotify.
    case 16:
      return placed(bytes, 12)
    case 17:
      return { kind: 'gone', window: bytes.readUInt32LE(8) }
    case 22:
      return placed(bytes, 16)
    default:
      return { kind: 'other' }
  }
}

/** Ten bytes of place and size, and after them whether the window manager is passed by. */
function placed(bytes: Buffer, at: number): XMessage {
  const place = {
    x: bytes.readInt16LE(at),
    y: bytes.readInt16LE(at + 2),
    width: bytes.readUInt16LE(at + 4),
    height: bytes.readUInt16LE(at + 6),
  }
  return { kind: 'placed', window: bytes.readUInt32LE(8), place, isUnmanaged: bytes.readUInt8(at + 10) === 1 }
}
