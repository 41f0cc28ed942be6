const HEADER_BYTES = 12
const TYPE_ADDRESS = 1
const CLASS_INTERNET = 1
const TTL_SECONDS = 1
/** An answer, authoritative, recursion available, no error (RFC 1035 §4.1.1). */
const ANSWER_FLAGS = 0x8580
/** Points at the question's name. */
const NAME_POINTER = 0xc00c

export interface Question {
  readonly host: string
  readonly type: number
  /** As it stood in the message, to be given back. */
  readonly raw: Buffer
}

/** Reads the one question of a query. `undefined` for what is none. */
export function readQuestion(message: Buffer): Question | undefined {
  const labels: string[] = []
  let at = HEADER_BYTES
  for (let length = message[at]; length !== undefined && length > 0 && length < 64; length = message[at]) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  if (message[at] !== 0 || message.length < at + 5) return undefined
  const raw = message.subarray(HEADER_BYTES, at + 5)
  return { host: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), raw }
}

/** Answers a question with an IPv4 address; one for anything else gets no record, which is not an error. */
export function answerQuestion(query: Buffer, { type, raw }: Question, address: string): Buffer {
  const hasRecord = type === TYPE_ADDRESS
  const header = Buffer.alloc(HEADER_BYTES)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(ANSWER_FLAGS, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(hasRecord ? 1 : 0, 6)
  return Buffer.concat(hasRecord ? [header, raw, addressRecord(address)] : [header, raw])
}

function addressRecord(address: string): Buffer {
  const fixed = Buffer.alloc(12)
  fixed.writeUInt16BE(NAME_POINTER, 0)
  fixed.writeUInt16BE(TYPE_ADDRESS, 2)
  fixed.writeUInt16BE(CLASS_INTERNET, 4)
  fixed.writeUInt32BE(TTL_SECONDS, 6)
  fixed.writeUInt16BE(4, 10)
  return Buffer.concat([fixed, Buffer.from(address.split('.').map(Number))])
}
