import type { ToTerminal } from '#shared/contracts/control.ts'

const LAST_FRAGMENT = 0x80
const TEXT = 0x01
const PING = 0x09

/** One message as it goes over the wire (RFC 6455 §5.2), made once for however many connections. */
export function textFrame(message: ToTerminal): Buffer {
  return frame(TEXT, Buffer.from(JSON.stringify(message)))
}

export const pingFrame: Buffer = frame(PING, Buffer.alloc(0))

/** A server's frames carry no mask. */
function frame(opcode: number, data: Buffer): Buffer {
  const { length } = data
  const first = LAST_FRAGMENT | opcode
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), data])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = first
  if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeUInt32BE(length, 6)
  }
  return Buffer.concat([head, data])
}
