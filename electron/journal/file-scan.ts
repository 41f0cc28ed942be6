import { decodeHeader, type FileHeader, headerOffsets, PAGE_BYTES, RECORDS_START } from './file-header.ts'
import type { JournalRecord } from './journal-record.ts'
import { findFrame, RECORD_HEADER_BYTES } from './record-format.ts'
import { endOfData, isBlank } from './zeros.ts'

/** What the bytes of one journal file say. */
export interface FileScan {
  readonly sizeBytes: number
  /** The newest header copy that verifies. */
  readonly header: FileHeader | undefined
  readonly damagedHeaders: number
  readonly records: readonly JournalRecord[]
  /** Records known to have been in the file and not readable. */
  readonly damaged: number
  /** The file is cut short, or bytes follow the last record that are none: an append that never ended, or its damage. */
  readonly isTailTorn: boolean
  /** Nothing is where it should not be; a stray byte between two records already says no. */
  readonly isClean: boolean
  /** Records the torn tail can have held at most. */
  readonly tornAtMost: number
}

/**
 * Reads one journal file. Never throws, whatever the bytes are.
 *
 *  - Every record whose bytes are whole is found, however many before it are damaged.
 *  - Nothing else is: not what the file held in an earlier life, not text that imitates a record.
 *  - Held by "loses at most the record that was hit", over every bit and every cut of a sample journal.
 */
export function scanFile(bytes: Buffer): FileScan {
  const copies = headerOffsets.map(offset => decodeHeader(bytes, offset))
  const header = copies.reduce((best, copy) => ((copy?.generation ?? -1) > (best?.generation ?? -1) ? copy : best))
  const damagedHeaders = headerOffsets.filter(
    (offset, place) => copies[place] === undefined && !isBlank(bytes.subarray(offset, offset + PAGE_BYTES)),
  ).length

  const { records, skipped, hasStray, end, nextIndex } = readRecords(bytes, header?.fileId)
  const lostCopies = Math.max(0, (header?.copied ?? 0) - nextIndex)
  const cutBytes = Math.max(0, (header?.capacityBytes ?? 0) - bytes.length)
  const tornBytes = endOfData(bytes.subarray(end)) + cutBytes
  const damaged = skipped + lostCopies
  const isTailTorn = cutBytes > 0 || (tornBytes > 0 && lostCopies === 0)
  return {
    sizeBytes: bytes.length,
    header,
    damagedHeaders,
    records,
    damaged,
    isTailTorn,
    isClean: damagedHeaders === 0 && damaged === 0 && tornBytes === 0 && !hasStray,
    tornAtMost: Math.ceil(tornBytes / RECORD_HEADER_BYTES),
  }
}

function readRecords(bytes: Buffer, fileId: Buffer | undefined) {
  const records: JournalRecord[] = []
  let end = Math.min(RECORDS_START, bytes.length)
  let nextIndex = 0
  let skipped = 0
  let hasStray = false
  for (let frame = findFrame(bytes, end, fileId); frame !== undefined; frame = findFrame(bytes, end, fileId)) {
    hasStray ||= !isBlank(bytes.subarray(end, frame.start))
    skipped += Math.max(0, frame.index - nextIndex)
    nextIndex = frame.index + 1
    records.push(frame.record)
    end = frame.end
  }
  return { records, skipped, hasStray, end, nextIndex }
}
