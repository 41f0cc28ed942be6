import { connect as connectTcp } from 'node:net'
import { once } from 'node:events'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { ToServer } from '#shared/contracts/control.ts'
import type { Speech } from './control-messages.ts'

/** What one connection needs to say and to understand. The least of each protocol, over the same sockets for all. */
export interface Spoken {
  /** Said once the connection stands. */
  readonly greeting: Buffer
  /** Said when the answer to the greeting is here; empty: nothing. */
  readonly second: Buffer
  /** Where the answer to the greeting ends; 0: not yet. */
  readonly answerEnd: (bytes: Buffer) => number
  /** Where the first message ends; 0: not yet. */
  readonly messageEnd: (bytes: Buffer) => number
  /** Whether it is the message that is measured. */
  readonly counts: (message: Buffer) => boolean
  /** What is said to it; empty: nothing. */
  readonly reply: (message: Buffer, version: number) => Buffer
}

export interface Terms {
  readonly secret: string
  readonly keyId: string
}

const nothing = Buffer.alloc(0)
export const TOPIC = 'guichet.state'

/** Opens a connection for `speech`: TLS 1.3 at once, or after the server's first line as NATS has it. */
export async function openSocket(speech: Speech, port: number, secureContext: SecureContext): Promise<TLSSocket> {
  const options = { host: '127.0.0.1', port, secureContext, servername: 'localhost' }
  if (speech !== 'nats') {
    const socket = connect(options)
    await once(socket, 'secureConnect')
    return socket
  }
  const plain = connectTcp({ host: '127.0.0.1', port })
  await once(plain, 'data')
  const socket = connect({ ...options, socket: plain })
  await once(socket, 'secureConnect')
  return socket
}

export function speak(speech: Speech, terms: Terms): Spoken {
  if (speech === 'guichet') return speakGuichet(terms)
  if (speech === 'nats') return speakNats()
  if (speech === 'mqtt') return speakMqtt(terms)
  return { ...silent, greeting: nothing }
}

const silent: Spoken = {
  greeting: nothing,
  second: nothing,
  answerEnd: () => 0,
  messageEnd: bytes => bytes.length,
  counts: () => false,
  reply: () => nothing,
}

const TEXT = 0x81
const PONG = 0x8a
const PING = 0x89

function speakGuichet({ secret, keyId }: Terms): Spoken {
  const head = [
    `GET ${terminalRoutes.control} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Authorization: Bearer ${secret}`,
  ]
  return {
    greeting: Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    second: masked({ type: 'hello', version: 0, keyIds: [keyId] }),
    answerEnd: bytes => {
      const end = bytes.indexOf('\r\n\r\n') + 4
      if (end > 3 && !bytes.toString('latin1', 0, 12).endsWith('101')) throw new Error(bytes.toString('latin1', 0, 40))
      return end > 3 ? end : 0
    },
    messageEnd: webSocketEnd,
    counts: message => message[0] === TEXT && message.length > 300 && message.indexOf('"state"') !== -1,
    reply: (message, version) => {
      if (message[0] === PING) return Buffer.from([PONG, 0x80, 0, 0, 0, 0])
      return message[0] === TEXT ? obeyed(version) : nothing
    },
  }
}

const acknowledgements = new Map<number, Buffer>()

function obeyed(version: number): Buffer {
  const known = acknowledgements.get(version) ?? masked({ type: 'obeyed', version })
  acknowledgements.set(version, known)
  return known
}

/** A client's frames carry a mask; one of zeros changes nothing. */
function masked(message: ToServer): Buffer {
  const data = Buffer.from(JSON.stringify(message))
  const size = data.length < 126 ? [0x80 | data.length] : [0xfe, data.length >> 8, data.length & 0xff]
  return Buffer.concat([Buffer.from([TEXT, ...size, 0, 0, 0, 0]), data])
}

function webSocketEnd(bytes: Buffer): number {
  if (bytes.length < 2) return 0
  const short = bytes.readUInt8(1) & 0x7f
  if (short < 126) return within(bytes, 2 + short)
  if (bytes.length < 10) return 0
  return within(bytes, short === 126 ? 4 + bytes.readUInt16BE(2) : 10 + bytes.readUInt32BE(6))
}

function speakNats(): Spoken {
  return {
    greeting: Buffer.from(
      'CONNECT {"verbose":false,"pedantic":false,"tls_required":true,"lang":"harness","version":"1","protocol":1}\r\nPING\r\n',
    ),
    second: Buffer.from(`SUB ${TOPIC} 1\r\n`),
    answerEnd: bytes => bytes.indexOf('PONG\r\n') + 1 && bytes.indexOf('PONG\r\n') + 6,
    messageEnd: bytes => {
      const line = bytes.indexOf('\r\n') + 2
      if (line < 2) return 0
      if (bytes[0] !== 0x4d) return line
      const size = Number(bytes.toString('latin1', bytes.lastIndexOf(' ', line) + 1, line - 2))
      return within(bytes, line + size + 2)
    },
    counts: message => message[0] === 0x4d,
    reply: message => (message.toString('latin1', 0, 4) === 'PING' ? Buffer.from('PONG\r\n') : nothing),
  }
}

function speakMqtt({ secret }: Terms): Spoken {
  const client = Buffer.from(secret)
  const topic = Buffer.from(TOPIC)
  const connectBody = Buffer.concat([Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 0, 0, client.length]), client])
  const subscribeBody = Buffer.concat([Buffer.from([0, 1, 0, topic.length]), topic, Buffer.from([1])])
  return {
    greeting: Buffer.concat([Buffer.from([0x10, connectBody.length]), connectBody]),
    second: Buffer.concat([Buffer.from([0x82, subscribeBody.length]), subscribeBody]),
    answerEnd: bytes => within(bytes, 4),
    messageEnd: mqttEnd,
    counts: message => (message.readUInt8(0) & 0xf0) === 0x30,
    reply: message => {
      if ((message.readUInt8(0) & 0xf0) !== 0x30) return nothing
      const at = mqttHead(message) + 2 + topic.length
      return Buffer.from([0x40, 2, message.readUInt8(at), message.readUInt8(at + 1)])
    },
  }
}

/** A message with quality of service 1, as a publisher sends it. */
export function mqttPublish(payload: Buffer, id: number): Buffer {
  const topic = Buffer.from(TOPIC)
  let left = 2 + topic.length + 2 + payload.length
  const size: number[] = []
  do {
    size.push((left % 128) | (left >= 128 ? 0x80 : 0))
    left = Math.floor(left / 128)
  } while (left > 0)
  const head = Buffer.from([0x32, ...size, 0, topic.length])
  return Buffer.concat([head, topic, Buffer.from([id >> 8, id & 0xff]), payload])
}

function mqttHead(bytes: Buffer): number {
  let at = 1
  while (at < bytes.length && (bytes.readUInt8(at) & 0x80) !== 0) at += 1
  return at + 1
}

function mqttEnd(bytes: Buffer): number {
  const head = mqttHead(bytes)
  if (head > bytes.length) return 0
  let size = 0
  for (let at = head - 1; at >= 1; at -= 1) size = size * 128 + (bytes.readUInt8(at) & 0x7f)
  return within(bytes, head + size)
}

function within(bytes: Buffer, end: number): number {
  return bytes.length >= end ? end : 0
}
