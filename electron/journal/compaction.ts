import { encodeHeader, FORMAT_VERSION, headerOffsets, RECORDS_START } from './file-header.ts'
import type { DiskFile } from './file-system.ts'
import type { JournalRecord } from './journal-record.ts'
import { encodedSize, encodeFrame, encodePayload } from './record-format.ts'

/** What a file is to hold when it is written afresh. */
export interface FreshContent {
  readonly records: readonly JournalRecord[]
  readonly fileId: Buffer
  readonly generation: number
  readonly nextSeq: number
  readonly capacityBytes: number
}

/**
 * Writes `content` over the whole of a preallocated file, and resolves with the offset behind the last record.
 *
 *  - The records and the zeros behind them are on the disk before the header that makes them count is written.
 *  - One copy of the header is on the disk before the other is touched. A kill or a power cut between any two steps
 *    leaves this file as it was by its header, or finished; the other file is not touched at all.
 *    Held by "keeps every acknowledged record when the machine dies after any call".
 *  - What the file held before is gone: no stale record can come back.
 *  - Everything is written, also what memory and disk may already agree on: after a failed sync the page cache can show
 *    bytes the disk never got.
 */
export async function writeAfresh(file: DiskFile, content: FreshContent): Promise<number> {
  const { records, fileId, generation, nextSeq, capacityBytes } = content
  const body = Buffer.alloc(capacityBytes - RECORDS_START)
  let end = 0
  for (const [index, { seq, at, type, payload }] of records.entries()) {
    const frame = { fileId, index, seq, atMs: Date.parse(at), type, payload: encodePayload(payload) }
    end = encodeFrame(frame, body, end)
  }
  await file.write(body, RECORDS_START)
  await file.fdatasync()

  const copied = records.length
  const header = encodeHeader({ version: FORMAT_VERSION, fileId, generation, nextSeq, copied, capacityBytes })
  for (const offset of headerOffsets) {
    await file.write(header, offset)
    await file.fdatasync()
  }
  return RECORDS_START + end
}

/** The offset behind the last of `records` when they lie in a fresh file. */
export function endOfFresh(records: readonly JournalRecord[]): number {
  return records.reduce((end, record) => end + encodedSize(record), RECORDS_START)
}
