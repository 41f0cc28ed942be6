import { endOfFresh, writeAfresh } from './compaction.ts'
import { nextPage, RECORDS_START } from './file-header.ts'
import type { DiskFile } from './file-system.ts'
import type { JournalRecord } from './journal-record.ts'
import { encodeFrame, type RecordFrame } from './record-format.ts'

/** A record ready to be written; its file and its place there are the writer's to say. */
export type ReadyRecord = Omit<RecordFrame, 'fileId' | 'index'>

interface WriterParts {
  readonly active: DiskFile
  readonly spare: DiskFile
  readonly capacityBytes: number
  readonly nextGeneration: number
  readonly newFileId: () => Buffer
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
  readonly #newFileId: () => Buffer
  #active: DiskFile
  #spare: DiskFile
  #generation: number
  #fileId: Buffer = Buffer.alloc(0)
  #tail = RECORDS_START
  #index = 0
  #buffer = Buffer.allocUnsafe(INITIAL_BUFFER_BYTES)

  /** Nothing can be appended before the first `startAfresh`. */
  constructor({ active, spare, capacityBytes, nextGeneration, newFileId }: WriterParts) {
    this.#active = active
    this.#spare = spare
    this.capacityBytes = capacityBytes
    this.#generation = nextGeneration
    this.#newFileId = newFileId
  }

  /** Bytes the next append may take without another file being begun. */
  get room(): number {
    return this.capacityBytes - this.#tail
  }

  /** What `room` would be after `startAfresh(records)`. */
  roomAfresh(records: readonly JournalRecord[]): number {
    return this.capacityBytes - nextPage(endOfFresh(records))
  }

  /** Writes `records` into the spare file and goes on there. Needs no room on the disk. */
  async startAfresh(records: readonly JournalRecord[], nextSeq: number): Promise<void> {
    const { capacityBytes } = this
    const fileId = this.#newFileId()
    const generation = this.#generation
    const end = await writeAfresh(this.#spare, { records, fileId, generation, nextSeq, capacityBytes })
    ;[this.#active, this.#spare] = [this.#spare, this.#active]
    this.#fileId = fileId
    this.#generation = generation + 1
    this.#tail = nextPage(end)
    this.#index = records.length
  }

  /** Resolves when `records`, `bytes` long together and within `room`, are on the disk. One write, one sync. */
  async append(records: readonly ReadyRecord[], bytes: number): Promise<void> {
    // Whole pages: the system need not read one from the disk first to change a part of it.
    const pagesEnd = nextPage(bytes)
    if (pagesEnd > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(pagesEnd)
    let end = 0
    for (const [place, record] of records.entries()) {
      end = encodeFrame({ ...record, fileId: this.#fileId, index: this.#index + place }, this.#buffer, end)
    }
    this.#buffer.fill(0, end, pagesEnd)
    await this.#active.write(this.#buffer.subarray(0, pagesEnd), this.#tail)
    await this.#active.fdatasync()
    this.#tail += pagesEnd
    this.#index += records.length
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#active.close(), this.#spare.close()])
  }
}
