import { GuichetError } from '#shared/errors/guichet-error.ts'
import { PAGE_BYTES } from '#shared/journal/file-header.ts'
import type { JournalRecord, NewRecord, RecordType, Retain } from '#shared/journal/journal-record.ts'
import { encodePayload, frameSize } from '#shared/journal/record-format.ts'
import { createGroupCommit } from './group-commit.ts'
import type { JournalWriter, ReadyRecord } from './journal-writer.ts'

/**
 * Bytes that an append must leave free. A journal full of operations still takes the verdicts on them, and one full of
 * verdicts still takes what people put away: otherwise it could never empty itself. The pages are for small journals,
 * where rounding up to a page would eat the share.
 */
export function headroomBytes(type: RecordType, capacityBytes: number): number {
  if (type === 'discarded') return 0
  return type === 'settled' ? Math.max(capacityBytes / 64, 2 * PAGE_BYTES) : Math.max(capacityBytes / 8, 4 * PAGE_BYTES)
}

const decoder = new TextDecoder()

type UnnumberedRecord = Omit<ReadyRecord, 'seq'>

/** One call of `append`: written whole or not at all. */
interface Pending {
  readonly records: readonly UnnumberedRecord[]
  readonly bytes: number
  /** The bytes that have to stay free behind it. */
  readonly mustLeave: number
  readonly resolve: (records: readonly JournalRecord[]) => void
  readonly reject: (error: GuichetError) => void
}

interface QueueParts {
  readonly writer: JournalWriter
  readonly records: readonly JournalRecord[]
  readonly nextSeq: number
  readonly retain: Retain
  readonly now: () => Date
}

/** Appends in the order of the calls. Once the disk failed nothing more is written: what it holds is not known any more. */
export class AppendQueue {
  readonly #writer: JournalWriter
  readonly #retain: Retain
  readonly #now: () => Date
  readonly #commits = createGroupCommit<Pending>(items => this.#commit(items))
  #records: JournalRecord[]
  #live: readonly JournalRecord[] | undefined
  #nextSeq: number
  #failure: GuichetError | undefined
  #isEnded = false

  constructor({ writer, records, nextSeq, retain, now }: QueueParts) {
    this.#writer = writer
    this.#records = [...records]
    this.#nextSeq = nextSeq
    this.#retain = retain
    this.#now = now
  }

  /** The records on the disk that must be kept. */
  get live(): readonly JournalRecord[] {
    this.#live ??= this.#retain(this.#records)
    return this.#live
  }

  /** See `Journal.append`. */
  async append(records: readonly NewRecord[]): Promise<readonly JournalRecord[]> {
    if (this.#isEnded) throw new GuichetError('JOURNAL_UNAVAILABLE', 'the journal is closed')
    if (records.length === 0) return []
    const atMs = Math.max(0, this.#now().getTime())
    const unnumbered = records.map(({ type, payload }) => ({ atMs, type, payload: encodePayload(payload) }))
    const bytes = unnumbered.reduce((total, { payload }) => total + frameSize(payload), 0)
    const mustLeave = Math.max(...records.map(({ type }) => headroomBytes(type, this.#writer.capacityBytes)))
    return new Promise((resolve, reject) => {
      this.#commits.add({ records: unnumbered, bytes, mustLeave, resolve, reject })
    })
  }

  /** Refuses what comes from now on, and resolves when what came before is answered. */
  async end(): Promise<void> {
    this.#isEnded = true
    await this.#commits.idle()
  }

  async #commit(items: readonly Pending[]): Promise<void> {
    try {
      if (this.#failure === undefined) await this.#writeAll(items)
    } catch (cause) {
      // Never tried again: a failed sync may have dropped what it could not write, and the next would call that success.
      this.#failure = new GuichetError('JOURNAL_UNAVAILABLE', 'the journal could not be written', { cause })
    }
    if (this.#failure === undefined) return
    // Those that were answered before the failure stay answered: a promise settles once.
    for (const item of items) item.reject(this.#failure)
  }

  async #writeAll(items: readonly Pending[]): Promise<void> {
    let group: Pending[] = []
    for (const item of items) {
      if (this.#writer.room - sizeOf(group) - item.bytes < item.mustLeave) {
        await this.#write(group)
        group = []
        if (!(await this.#makeRoom(item))) {
          item.reject(new GuichetError('JOURNAL_FULL', `no room for ${item.bytes} bytes`))
          continue
        }
      }
      group.push(item)
    }
    await this.#write(group)
  }

  /** Begins a fresh file if that makes room for `item`; otherwise changes nothing. */
  async #makeRoom(item: Pending): Promise<boolean> {
    const { live } = this
    if (this.#writer.roomAfresh(live) - item.bytes < item.mustLeave) return false
    await this.#writer.startAfresh(live, this.#nextSeq)
    this.#records = [...live]
    return true
  }

  async #write(group: readonly Pending[]): Promise<void> {
    if (group.length === 0) return
    const firstSeq = this.#nextSeq
    const ready = group.flatMap(item => item.records).map((record, place) => ({ ...record, seq: firstSeq + place }))
    const writing = this.#writer.append(ready, sizeOf(group))
    // While the disk is busy.
    const written = ready.map(toRecord)
    await writing
    this.#nextSeq += ready.length
    this.#records.push(...written)
    this.#live = undefined
    let place = 0
    for (const { records, resolve } of group) {
      resolve(written.slice(place, place + records.length))
      place += records.length
    }
  }
}

function sizeOf(group: readonly Pending[]): number {
  return group.reduce((total, { bytes }) => total + bytes, 0)
}

/** Reads the payload back from its bytes: later changes to the caller's object are not in the journal. */
function toRecord({ seq, atMs, type, payload }: ReadyRecord): JournalRecord {
  const value: unknown = JSON.parse(decoder.decode(payload))
  return { seq, at: new Date(atMs).toISOString(), type, payload: value }
}
