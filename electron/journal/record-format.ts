import { crc32 } from 'node:zlib'
import type { JournalRecord, RecordType } from './journal-record.ts'

/*
 * Threat: after damage the reader looks for the next record among bytes that hold what people typed. Text made to look
 * like a record must not become one. A record begins with its file's random id, which is never shown to anyone, and its
 * binary fields hold zero bytes, which JSON text cannot. Held by "a record written inside a payload is never read as one".
 */

/** Bytes of a file's random id. It is new each time the file is written afresh, so that what lay there before is stale. */
export const FILE_ID_BYTES = 8
/** Bytes in front of each payload. */
export const RECORD_HEADER_BYTES = 44

const MARK = Buffer.from('GJR1', 'latin1')
const CRC_OFFSET = 40

const typeCodes: Readonly<Record<RecordType, number>> = { operation: 1, settled: 2, discarded: 3 }
const typesByCode = new Map<number, RecordType>([
  [1, 'operation'],
  [2, 'settled'],
  [3, 'discarded'],
])

/** A record and its place in a file. `index` counts the records of the file from 0, so a gap says how many are lost. */
export interface RecordFrame {
  readonly fileId: Buffer
  readonly index: number
  readonly seq: number
  readonly atMs: number
  readonly type: RecordType
  /** The payload as JSON text in UTF-8. */
  readonly payload: Buffer
}

export interface DecodedFrame {
  readonly record: JournalRecord
  readonly index: number
  /** The offset behind the record's last byte. */
  readonly end: number
}

/** The payload as it is written. Throws a TypeError for what JSON cannot say: `undefined`, functions, big integers. */
export function encodePayload(payload: unknown): Buffer {
  const text: unknown = JSON.stringify(payload)
  if (typeof text !== 'string') throw new TypeError('a journal payload must be a JSON value')
  return Buffer.from(text, 'utf8')
}

/** Bytes that `record` takes in a file. */
export function encodedSize(record: Pick<JournalRecord, 'payload'>): number {
  return RECORD_HEADER_BYTES + encodePayload(record.payload).length
}

/** Writes `frame` into `target` at `offset` and returns the offset behind it. */
export function encodeFrame(frame: RecordFrame, target: Buffer, offset: number): number {
  MARK.copy(target, offset)
  frame.fileId.copy(target, offset + 4)
  target.writeUInt32LE(frame.payload.length, offset + 12)
  target.writeUInt32LE(frame.index, offset + 16)
  target.writeUIntLE(frame.seq, offset + 20, 6)
  target.writeUIntLE(frame.atMs, offset + 26, 6)
  target.writeUInt32LE(typeCodes[frame.type], offset + 32)
  target.writeUInt32LE(0, offset + 36)
  const end = offset + RECORD_HEADER_BYTES + frame.payload.copy(target, offset + RECORD_HEADER_BYTES)
  target.writeUInt32LE(checksum(target, offset, end), offset + CRC_OFFSET)
  return end
}

/** The record at `offset`, of whatever file id, or `undefined` when there is none or it is damaged. */
export function decodeFrame(bytes: Buffer, offset: number): DecodedFrame | undefined {
  const start = offset + RECORD_HEADER_BYTES
  if (start > bytes.length || !MARK.equals(bytes.subarray(offset, offset + 4))) return undefined

  const end = start + bytes.readUInt32LE(offset + 12)
  const type = typesByCode.get(bytes.readUInt32LE(offset + 32))
  if (end > bytes.length || type === undefined) return undefined
  if (checksum(bytes, offset, end) !== bytes.readUInt32LE(offset + CRC_OFFSET)) return undefined

  const payload = parsePayload(bytes.toString('utf8', start, end))
  if (payload === undefined) return undefined
  const at = new Date(bytes.readUIntLE(offset + 26, 6)).toISOString()
  const record = { seq: bytes.readUIntLE(offset + 20, 6), at, type, payload }
  return { record, index: bytes.readUInt32LE(offset + 16), end }
}

/**
 * The first whole record at or behind `offset`, and where it begins.
 *
 * Without a `fileId` (both copies of the file's header are lost) a record of any id counts.
 */
export function findFrame(
  bytes: Buffer,
  offset: number,
  fileId: Buffer | undefined,
): (DecodedFrame & { readonly start: number }) | undefined {
  const needle = fileId === undefined ? MARK : Buffer.concat([MARK, fileId])
  for (let start = bytes.indexOf(needle, offset); start !== -1; start = bytes.indexOf(needle, start + 1)) {
    const frame = decodeFrame(bytes, start)
    if (frame !== undefined) return { ...frame, start }
  }
  return undefined
}

/** `undefined`, which JSON cannot say, for text that is not JSON. */
function parsePayload(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** CRC-32 over the whole record but the four bytes that hold it. */
function checksum(bytes: Buffer, offset: number, end: number): number {
  const head = crc32(bytes.subarray(offset, offset + CRC_OFFSET))
  return crc32(bytes.subarray(offset + RECORD_HEADER_BYTES, end), head)
}
