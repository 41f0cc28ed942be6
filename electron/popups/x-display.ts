import { GuichetError } from '#shared/errors/guichet-error.ts'

/** A display of this machine. */
export interface XDisplay {
  /** Of the socket its server listens at. */
  readonly path: string
  readonly number: string
}

/** Reads `DISPLAY`. Throws where it names none of this machine: a terminal's screen is nowhere else. */
export function parseDisplay(display: string | undefined): XDisplay {
  const [, number] = /^(?:unix)?:(\d{1,5})(?:\.\d+)?$/.exec(display ?? '') ?? []
  if (number === undefined) throw new GuichetError('DISPLAY_NOT_X11', 'DISPLAY names no display of this machine')
  return { path: `/tmp/.X11-unix/X${number}`, number }
}

/** What a client proves itself with to a display. */
export interface XProof {
  readonly name: string
  readonly data: Buffer
}

const COOKIE = 'MIT-MAGIC-COOKIE-1'
/** For displays that let this account in without any. */
const noProof: XProof = { name: '', data: Buffer.alloc(0) }

/** The cookie of a display in an `XAUTHORITY` file. Without one, nothing is proved: then the display decides. */
export function findProof(authority: Buffer, displayNumber: string): XProof {
  let at = 0
  const next = (): Buffer => {
    const length = authority.readUInt16BE(at)
    const field = authority.subarray(at + 2, at + 2 + length)
    at += 2 + length
    return field
  }
  while (at + 2 <= authority.length) {
    // The family of the host's address, which is not looked at: the display is this machine's.
    at += 2
    const [, number, name, data] = [next(), next().toString(), next().toString(), next()]
    if (name === COOKIE && (number === '' || number === displayNumber)) return { name, data }
  }
  return noProof
}
