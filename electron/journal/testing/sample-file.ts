import { encodeHeader, FORMAT_VERSION, headerOffsets, PAGE_BYTES, RECORDS_START } from '../file-header.ts'
import type { NewRecord } from '../journal-record.ts'
import { encodeFrame, encodePayload } from '../record-format.ts'

interface SampleFile {
  readonly generation?: number
  readonly fileId?: Buffer
  readonly firstSeq?: number
  readonly nextSeq?: number
  readonly capacityBytes?: number
  /** What compaction put in. */
  readonly copied?: readonly NewRecord[]
  /** What was appended since, one group an append. */
  readonly appended?: readonly (readonly NewRecord[])[]
}

/** The bytes of one journal file, and where each of its records lies. */
export function sampleFile({
  generation = 1,
  fileId = Buffer.from('a-random'),
  firstSeq = 1,
  copied = [],
  nextSeq = firstSeq + copied.length,
  capacityBytes = 8 * PAGE_BYTES,
  appended = [],
}: SampleFile): {
  readonly bytes: Buffer
  readonly places: readonly { readonly start: number; readonly end: number }[]
} {
  const bytes = Buffer.alloc(capacityBytes)
  const header = { version: FORMAT_VERSION, fileId, generation, nextSeq, copied: copied.length, capacityBytes }
  for (const offset of headerOffsets) encodeHeader(header).copy(bytes, offset)

  const places: { start: number; end: number }[] = []
  let end = RECORDS_START
  for (const group of [copied, ...appended]) {
    for (const { type, payload } of group) {
      const index = places.length
      const frame = { fileId, index, seq: firstSeq + index, atMs: index, type, payload: encodePayload(payload) }
      const start = end
      end = encodeFrame(frame, bytes, start)
      places.push({ start, end })
    }
    end = Math.ceil(end / PAGE_BYTES) * PAGE_BYTES
  }
  return { bytes, places }
}
