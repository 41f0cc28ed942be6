import { holdDataKey, type KeyHolders } from '../data-key.ts'
import { encodeHeader, headerOffsets, nextPage, PAGE_BYTES, RECORDS_START, recordsEnd } from '../file-header.ts'
import type { NewRecord } from '../journal-record.ts'
import { encodeFrame, encodeHead, encodePayload, placeFrame, type RecordFrame } from '../record-format.ts'
import { sampleEncipher } from './sample-cipher.ts'
import { sampleKeys } from './sample-keys.ts'

interface SampleFile {
  readonly version?: 1 | 2
  readonly generation?: number
  readonly fileId?: Uint8Array
  readonly firstSeq?: number
  readonly nextSeq?: number
  readonly capacityBytes?: number
  /** What compaction put in. */
  readonly copied?: readonly NewRecord[]
  /** What was appended since, one group an append. */
  readonly appended?: readonly (readonly NewRecord[])[]
  readonly keys?: KeyHolders
}

export interface MadeFile {
  readonly bytes: Uint8Array
  /** Where each of its records lies. */
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

const dataKey = new Uint8Array(32).fill(9)
const encipher = sampleEncipher(dataKey)

/** The bytes of one journal file, and where each of its records lies. */
export async function sampleFile({
  version = 2,
  generation = 1,
  fileId = new TextEncoder().encode('a-random'),
  firstSeq = 1,
  copied = [],
  nextSeq = firstSeq + copied.length,
  capacityBytes = 8 * PAGE_BYTES,
  appended = [],
  keys = sampleKeys,
}: SampleFile): Promise<MadeFile> {
  const bytes = new Uint8Array(capacityBytes)
  const facts = { version, fileId, generation, nextSeq, copied: copied.length, capacityBytes }
  const header = { ...facts, dataKey: version === 1 ? undefined : await holdDataKey(dataKey, facts, keys) }
  const offsets = version === 1 ? headerOffsets : [...headerOffsets, recordsEnd(capacityBytes)]
  for (const offset of offsets) bytes.set(encodeHeader(header), offset)

  const places: { start: number; end: number }[] = []
  let end = RECORDS_START
  for (const group of [copied, ...appended]) {
    for (const { type, payload } of group) {
      const index = places.length
      const frame = { fileId, index, seq: firstSeq + index, atMs: index, type, payload: encodePayload(payload) }
      const start = end
      end = version === 1 ? encodePlain(frame, bytes, start) : encodeFrame(frame, encipher, bytes, start)
      places.push({ start, end })
    }
    end = nextPage(end)
  }
  return { bytes, places }
}

/** As version 1 wrote it. */
export function encodePlain(frame: RecordFrame, target: Uint8Array, offset: number): number {
  return placeFrame(encodeHead(1, frame, frame.payload.length), frame.payload, target, offset)
}
