import { nextPage, RECORDS_START, recordsEnd } from '#shared/journal/file-header.ts'
import type { JournalRecord } from '#shared/journal/journal-record.ts'
import { type Encipher, encodeFrame, type RecordFrame } from '#shared/journal/record-format.ts'
import { endOfFresh, writeAfresh } from './compaction.ts'
import type { DiskFile } from './file-system.ts'
import type { MakeFreshFile } from './fresh-file.ts'

/** A record ready to be written; its file and its place there are the writer's to say. */
export type ReadyRecord = Omit<RecordFrame, 'fileId' | 'index'>

interface WriterParts {
  readonly active: DiskFile
  readonly spare: DiskFile
  readonly capacityBytes: number
  readonly nextGeneration: number
  readonly makeFreshFile: MakeFreshFile
}

const INITIAL_BUFFER_BYTES = 64 * 1024

/**
 * Writes into two files that take turns. One call at a time; after a call that rejected, none.
 *
 * Every append begins on a page of its own: no later write touches the page of an answered record, so a write cut off by
 * a power cut cannot take one with it.
 */
export class JournalWriter {
  readonly capacityBytes: number
  readonly #makeFreshFile: MakeFreshFile
  #active: DiskFile
  #spare: DiskFile
  #generation: number
  #fileId: Uint8Array = Buffer.alloc(0)
  #encipher: Encipher = () => {
    throw new Error('no file was begun')
  }
  #tail = RECORDS_START
  #index = 0
  #buffer = Buffer.allocUnsafe(INITIAL_BUFFER_BYTES)

  /** Nothing can be appended before the first `startAfresh`. */
  constructor({ active, spare, capacityBytes, nextGeneration, makeFreshFile }: WriterParts) {
    this.#active = active
    this.#spare = spare
    this.capacityBytes = capacityBytes
    this.#generation = nextGeneration
    this.#makeFreshFile = makeFreshFile
  }

  /** Bytes the next append may take without another file being begun. */
  get room(): number {
    return recordsEnd(this.capacityBytes) - this.#tail
  }

  /** What `room` would be after `startAfresh(records)`. */
  roomAfresh(records: readonly JournalRecord[]): number {
    return recordsEnd(this.capacityBytes) - nextPage(endOfFresh(records))
  }

  /** Writes `records` into the spare file and goes on there. Needs no room on the disk. */
  async startAfresh(records: readonly JournalRecord[], nextSeq: number): Promise<void> {
    const { capacityBytes } = this
    const generation = this.#generation
    const fresh = await this.#makeFreshFile({ generation, nextSeq, copied: records.length, capacityBytes })
    const end = await writeAfresh(this.#spare, { records, ...fresh })
    ;[this.#active, this.#spare] = [this.#spare, this.#active]
    this.#fileId = fresh.header.fileId
    this.#encipher = fresh.encipher
    this.#generation = generation + 1
    this.#tail = nextPage(end)
    this.#index = records.length
  }

  /** Resolves when `records`, `bytes` long together and within `room`, are on the disk. One write, one sync. */
  async append(records: readonly ReadyRecord[], bytes: number): Promise<void> {
    // Whole pages: the system need not read one from the disk first to change a part of it.
    const pagesEnd = nextPage(bytes)
    if (pagesEnd > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(pagesEnd)
    const first = this.#index
    // Taken before it is used: whatever becomes of the write, no other record is enciphered with it.
    this.#index += records.length
    let end = 0
    for (const [place, record] of records.entries()) {
      const frame = { ...record, fileId: this.#fileId, index: first + place }
      end = encodeFrame(frame, this.#encipher, this.#buffer, end)
    }
    this.#buffer.fill(0, end, pagesEnd)
    await this.#active.write(this.#buffer.subarray(0, pagesEnd), this.#tail)
    await this.#active.fdatasync()
    this.#tail += pagesEnd
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#active.close(), this.#spare.close()])
  }
}
