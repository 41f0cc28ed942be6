import type { OpenDataKey } from './data-key.ts'
import {
  decodeHeader,
  type FileHeader,
  FORMAT_VERSION,
  headerOffsets,
  PAGE_BYTES,
  RECORDS_START,
  recordsEnd,
} from './file-header.ts'
import type { JournalRecord } from './journal-record.ts'
import { createDecipher, openFrame } from './open-frame.ts'
import { findFrame, type FoundFrame, RECORD_HEADER_BYTES } from './record-format.ts'
import { endOfData, isBlank } from './zeros.ts'

/** What the bytes of one journal file say. */
export interface FileScan {
  readonly sizeBytes: number
  /** The newest header copy that verifies. */
  readonly header: FileHeader | undefined
  readonly damagedHeaders: number
  /** The file has a data key, and it could not be opened: nothing is wrong with the records, but here they stay closed. */
  readonly isLocked: boolean
  /** What was recorded lies here in clear: a file of version 1. */
  readonly isPlain: boolean
  readonly records: readonly JournalRecord[]
  /** The number of the last record, whether it could be opened or not; 0 where there is none. */
  readonly lastSeq: number
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
 * Reads one journal file. Never throws by itself, whatever the bytes are.
 *
 *  - Every record whose bytes are whole is found, however many before it are damaged.
 *  - Nothing else is: not what the file held in an earlier life, not text that imitates a record.
 *  - Held by "loses at most the record that was hit", over every bit and every cut of a sample journal.
 */
export async function scanFile(bytes: Uint8Array, openDataKey: OpenDataKey): Promise<FileScan> {
  const { header, damagedHeaders, tailEnd } = readHeaders(bytes)
  const dataKey = header?.dataKey && (await openDataKey(header))
  const { frames, skipped, hasStray, end, nextIndex } = findFrames(bytes.subarray(0, tailEnd), header)
  const decipher = await createDecipher(dataKey)
  const opened = await Promise.all(frames.map(frame => openFrame(frame, decipher)))
  const records = opened.filter(record => record !== undefined)

  const lostCopies = Math.max(0, (header?.copied ?? 0) - nextIndex)
  const cutBytes = Math.max(0, (header?.capacityBytes ?? 0) - bytes.length)
  const tornBytes = endOfData(bytes.subarray(end, Math.max(end, tailEnd))) + cutBytes
  const damaged = skipped + lostCopies + frames.length - records.length
  return {
    sizeBytes: bytes.length,
    header,
    damagedHeaders,
    isLocked: header?.dataKey !== undefined && dataKey === undefined,
    isPlain: header?.version === 1 || frames.some(({ version }) => version === 1),
    records,
    lastSeq: frames.at(-1)?.seq ?? 0,
    damaged,
    isTailTorn: cutBytes > 0 || (tornBytes > 0 && lostCopies === 0),
    isClean: damagedHeaders === 0 && damaged === 0 && tornBytes === 0 && !hasStray,
    tornAtMost: Math.ceil(tornBytes / RECORD_HEADER_BYTES),
  }
}

interface Headers {
  readonly header: FileHeader | undefined
  readonly damagedHeaders: number
  /** Where neither records nor their remains lie any more: the far copy of the header begins, or the file ends. */
  readonly tailEnd: number
}

function readHeaders(bytes: Uint8Array): Headers {
  const near = headerOffsets.map(offset => decodeHeader(bytes, offset))
  const newest = near.reduce((best, copy) => ((copy?.generation ?? -1) > (best?.generation ?? -1) ? copy : best))
  const farOffset = newest === undefined ? lastPage(bytes) : recordsEnd(newest.capacityBytes)
  // It is written last, so it may still be of an earlier life of the file: near ones come first.
  const far = decodeHeader(bytes, farOffset)
  const header = newest ?? (far?.version === FORMAT_VERSION ? far : undefined)
  const hasFar = header?.version === FORMAT_VERSION
  const copies = hasFar ? [...near, far] : near
  const offsets = hasFar ? [...headerOffsets, farOffset] : headerOffsets
  const damagedHeaders = offsets.filter(
    (offset, place) => copies[place] === undefined && !isBlank(bytes.subarray(offset, offset + PAGE_BYTES)),
  ).length
  return { header, damagedHeaders, tailEnd: hasFar ? Math.min(farOffset, bytes.length) : bytes.length }
}

/** The page that the last byte lies in: where the far copy is, when no near one says how large the file should be. */
function lastPage(bytes: Uint8Array): number {
  return Math.floor(Math.max(0, endOfData(bytes) - 1) / PAGE_BYTES) * PAGE_BYTES
}

function findFrames(bytes: Uint8Array, header: FileHeader | undefined) {
  const frames: FoundFrame[] = []
  let end = Math.min(RECORDS_START, bytes.length)
  let nextIndex = 0
  let skipped = 0
  let hasStray = false
  for (let frame = findFrame(bytes, end, header); frame !== undefined; frame = findFrame(bytes, end, header)) {
    hasStray ||= !isBlank(bytes.subarray(end, frame.start))
    skipped += Math.max(0, frame.index - nextIndex)
    nextIndex = frame.index + 1
    frames.push(frame)
    end = frame.end
  }
  return { frames, skipped, hasStray, end, nextIndex }
}
