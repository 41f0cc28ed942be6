import { encodeHeader, headerOffsets, RECORDS_START, recordsEnd } from '#shared/journal/file-header.ts'
import type { JournalRecord } from '#shared/journal/journal-record.ts'
import { encodedSize, encodeFrame, encodePayload } from '#shared/journal/record-format.ts'
import type { DiskFile } from './file-system.ts'
import type { FreshFile } from './fresh-file.ts'

/** What a file is to hold when it is written afresh. */
export interface FreshContent extends FreshFile {
  readonly records: readonly JournalRecord[]
}

/**
 * Writes `content` over the whole of a preallocated file, and resolves with the offset behind the last record.
 *
 *  - The records and the zeros behind them are on the disk before the header that makes them count is written.
 *  - One copy of the header is on the disk before another is touched. A kill or a power cut between any two steps
 *    leaves this file as it was by its header, or finished; the other file is not touched at all.
 *    Held by "keeps every acknowledged record when the machine dies after any call".
 *  - What the file held before is gone: no stale record can come back.
 *  - Everything is written, also what memory and disk may already agree on: after a failed sync the page cache can show
 *    bytes the disk never got.
 */
export async function writeAfresh(file: DiskFile, { records, header, encipher }: FreshContent): Promise<number> {
  const { fileId, capacityBytes } = header
  const body = Buffer.alloc(capacityBytes - RECORDS_START)
  let end = 0
  for (const [index, { seq, at, type, payload }] of records.entries()) {
    const frame = { fileId, index, seq, atMs: Date.parse(at), type, payload: encodePayload(payload) }
    end = encodeFrame(frame, encipher, body, end)
  }
  await file.write(body, RECORDS_START)
  await file.fdatasync()

  const page = Buffer.from(encodeHeader(header).buffer)
  for (const offset of [...headerOffsets, recordsEnd(capacityBytes)]) {
    await file.write(page, offset)
    await file.fdatasync()
  }
  return RECORDS_START + end
}

/** The offset behind the last of `records` when they lie in a fresh file. */
export function endOfFresh(records: readonly JournalRecord[]): number {
  return records.reduce((end, record) => end + encodedSize(record), RECORDS_START)
}
