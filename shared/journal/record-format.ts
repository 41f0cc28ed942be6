import { concatBytes, holdsAt, indexOfBytes, readUint48, viewOf, writeUint48 } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { FILE_ID_BYTES, type FileFacts } from './file-header.ts'
import type { JournalRecord, RecordType } from './journal-record.ts'

/*
 * Threat: after damage the reader looks for the next record among bytes that hold what people typed. Text made to look
 * like a record must not become one. A record begins with its file's random id, which is never shown to anyone, its binary
 * fields hold zero bytes, which JSON text cannot, and since version 2 its payload opens with the file's key alone, under the
 * very head it was written with. Held by "a record written inside a payload is never read as one".
 */

/** Bytes in front of each payload. */
export const RECORD_HEADER_BYTES = 44
/** Bytes behind each payload since version 2: what proves it (GCM). */
export const TAG_BYTES = 16

const encoder = new TextEncoder()
const marks = [1, 2].map(version => ({ version, mark: encoder.encode(`GJR${version}`) }))
const at = { fileId: 4, length: 12, index: 16, seq: 20, time: 26, type: 32, crc: 40 } as const

const typeCodes: Readonly<Record<RecordType, number>> = { operation: 1, settled: 2, discarded: 3 }
const typesByCode = new Map<number, RecordType>([
  [1, 'operation'],
  [2, 'settled'],
  [3, 'discarded'],
])

/** A record and its place in a file. `index` counts the records of the file from 0, so a gap says how many are lost. */
export interface RecordFrame {
  readonly fileId: Uint8Array
  readonly index: number
  readonly seq: number
  readonly atMs: number
  readonly type: RecordType
  /** The payload as JSON text in UTF-8. */
  readonly payload: Uint8Array
}

/** Enciphers a payload: ciphertext and tag. `nonce` is never the same twice under one key. */
export type Encipher = (nonce: Uint8Array, head: Uint8Array, payload: Uint8Array) => Uint8Array

/** A record whose bytes are whole by their checksum. Whether it is one, its payload proves. */
export interface FoundFrame {
  readonly version: number
  readonly seq: number
  readonly at: string
  readonly type: RecordType
  readonly index: number
  readonly nonce: Uint8Array
  /** What the payload is bound to. */
  readonly head: Uint8Array
  /** Version 1: the payload. Version 2: its ciphertext and tag. */
  readonly body: Uint8Array
  readonly start: number
  /** The offset behind the record's last byte. */
  readonly end: number
}

/** The payload as it is written. Throws a TypeError for what JSON cannot say: `undefined`, functions, big integers. */
export function encodePayload(payload: unknown): Uint8Array<ArrayBuffer> {
  const text: unknown = JSON.stringify(payload)
  if (typeof text !== 'string') throw new TypeError('a journal payload must be a JSON value')
  return encoder.encode(text)
}

/** Bytes that a record with this payload takes in a file. */
export function frameSize(payload: Uint8Array): number {
  return RECORD_HEADER_BYTES + payload.length + TAG_BYTES
}

/** Bytes that `record` takes in a file. */
export function encodedSize(record: Pick<JournalRecord, 'payload'>): number {
  return frameSize(encodePayload(record.payload))
}

/** Writes `frame` into `target` at `offset` and returns the offset behind it. */
export function encodeFrame(frame: RecordFrame, encipher: Encipher, target: Uint8Array, offset: number): number {
  const head = encodeHead(2, frame, frame.payload.length + TAG_BYTES)
  return placeFrame(head, encipher(nonceOf(head), head, frame.payload), target, offset)
}

/** What stands in front of a record, but for its checksum. */
export function encodeHead(version: 1 | 2, frame: RecordFrame, bodyBytes: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(at.crc)
  const view = viewOf(head)
  head.set(marks[version - 1]?.mark ?? [])
  head.set(frame.fileId, at.fileId)
  view.setUint32(at.length, bodyBytes, true)
  view.setUint32(at.index, frame.index, true)
  writeUint48(view, at.seq, frame.seq)
  writeUint48(view, at.time, frame.atMs)
  view.setUint32(at.type, typeCodes[frame.type], true)
  return head
}

/** Writes a head, the checksum over the whole record but itself, and the body; returns the offset behind them. */
export function placeFrame(head: Uint8Array, body: Uint8Array, target: Uint8Array, offset: number): number {
  target.set(head, offset)
  viewOf(target).setUint32(offset + at.crc, crc32(body, crc32(head)), true)
  target.set(body, offset + RECORD_HEADER_BYTES)
  return offset + RECORD_HEADER_BYTES + body.length
}

/** File id and index: each index is written once under a file's key. Held by "no nonce comes twice under one key". */
function nonceOf(head: Uint8Array): Uint8Array {
  return concatBytes(head.subarray(at.fileId, at.fileId + FILE_ID_BYTES), head.subarray(at.index, at.index + 4))
}

/** The record at `offset`, of whatever file id, or `undefined` when there is none or it is damaged. */
export function decodeFrame(bytes: Uint8Array, offset: number): FoundFrame | undefined {
  const bodyStart = offset + RECORD_HEADER_BYTES
  const version = marks.find(({ mark }) => holdsAt(bytes, offset, mark))?.version
  if (bodyStart > bytes.length || version === undefined) return undefined

  const head = bytes.subarray(offset, offset + at.crc)
  const view = viewOf(head)
  const end = bodyStart + view.getUint32(at.length, true)
  const type = typesByCode.get(view.getUint32(at.type, true))
  if (end > bytes.length || type === undefined) return undefined
  const body = bytes.subarray(bodyStart, end)
  if (crc32(body, crc32(head)) !== viewOf(bytes).getUint32(offset + at.crc, true)) return undefined
  return {
    version,
    seq: readUint48(view, at.seq),
    at: new Date(readUint48(view, at.time)).toISOString(),
    type,
    index: view.getUint32(at.index, true),
    nonce: nonceOf(head),
    head,
    body,
    start: offset,
    end,
  }
}

/**
 * The first whole record at or behind `offset`, of the version and id that the file's header says.
 *
 * Without a header (all copies of it are lost) a record of any id counts, of any version.
 */
export function findFrame(
  bytes: Uint8Array,
  offset: number,
  header: Pick<FileFacts, 'version' | 'fileId'> | undefined,
): FoundFrame | undefined {
  const needles = marks
    .filter(({ version }) => header === undefined || header.version === version)
    .map(({ mark }) => (header === undefined ? mark : concatBytes(mark, header.fileId)))
  const found = needles.map(needle => findFrom(bytes, offset, needle)).filter(frame => frame !== undefined)
  return found.reduce<FoundFrame | undefined>(
    (first, frame) => (first === undefined || frame.start < first.start ? frame : first),
    undefined,
  )
}

function findFrom(bytes: Uint8Array, offset: number, needle: Uint8Array): FoundFrame | undefined {
  for (let start = indexOfBytes(bytes, needle, offset); start !== -1; start = indexOfBytes(bytes, needle, start + 1)) {
    const frame = decodeFrame(bytes, start)
    if (frame !== undefined) return frame
  }
  return undefined
}
