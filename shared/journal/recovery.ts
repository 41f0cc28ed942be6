import { GuichetError } from '../errors/guichet-error.ts'
import { FORMAT_VERSION, headerOffsets } from './file-header.ts'
import type { FileScan } from './file-scan.ts'
import type { JournalRecord, Retain } from './journal-record.ts'
import { RECORD_HEADER_BYTES } from './record-format.ts'

/** What opening the journal found, for the log, the technician and the screen. */
export interface Recovery {
  /** Live records after recovery. */
  readonly kept: number
  /** Records known to have been there that the journal file no longer gives. */
  readonly damaged: number
  /** Live records that the journal file no longer gives, taken from the older file. */
  readonly restored: number
  /** An append that was cut off, or damage to the last record: the two cannot be told apart. */
  readonly truncatedTail: boolean
  /** Header copies that no longer verify. Both files keep two; a file that is missing or has neither counts two. */
  readonly damagedHeaders: number
  /** Names of the copies made of files that were not clean; empty when nothing was wrong or no copy could be made. */
  readonly setAside: readonly string[]
}

/** The two files, read and judged. */
export interface Recovered {
  /** Which of the two is the journal, 0 or 1. The other one may be overwritten. */
  readonly activeIndex: 0 | 1
  readonly records: readonly JournalRecord[]
  readonly nextSeq: number
  readonly nextGeneration: number
  readonly report: Omit<Recovery, 'setAside'>
  /** Which files a technician should see. */
  readonly suspects: readonly (0 | 1)[]
}

/**
 * Judges what the two files hold.
 *
 *  - The file that reaches furthest is the journal; while it is whole it alone speaks.
 *  - When records of it are damaged or its header is lost, every whole record of both files counts. That can bring back
 *    an operation the server settled long ago; the server applies each once, so sending it again is harmless, and losing
 *    one is not.
 *  - Numbers go on behind everything seen and everything a torn tail can have held.
 *
 * Throws JOURNAL_UNAVAILABLE for a file of a later version: what this code cannot read it must not overwrite.
 */
export function recover(scans: readonly [FileScan, FileScan], retain: Retain): Recovered {
  for (const { header } of scans) {
    if (header !== undefined && header.version > FORMAT_VERSION) {
      throw new GuichetError('JOURNAL_UNAVAILABLE', `journal version ${header.version} is not one this program reads`)
    }
  }
  const [activeIndex, otherIndex] = isFurther(scans[1], scans[0]) ? ([1, 0] as const) : ([0, 1] as const)
  const active = scans[activeIndex]
  const other = scans[otherIndex]
  const capacityBytes = active.header?.capacityBytes ?? 0
  const isOtherLost = other.header === undefined && (!other.isClean || other.sizeBytes < capacityBytes)
  const isWhole = active.damaged === 0 && (active.header !== undefined || active.isClean)
  const records = retain(isWhole ? active.records : mergeRecords(scans))
  const ownSeqs = new Set(active.records.map(record => record.seq))
  const isOtherSuspect = isOtherLost || (!isWhole && !other.isClean)
  return {
    activeIndex,
    records,
    nextSeq: nextFreeSeq(scans) + (isOtherLost ? Math.ceil(capacityBytes / RECORD_HEADER_BYTES) : 0),
    nextGeneration: 1 + Math.max(...scans.map(scan => scan.header?.generation ?? 0)),
    report: {
      kept: records.length,
      damaged: active.damaged,
      restored: records.filter(record => !ownSeqs.has(record.seq)).length,
      truncatedTail: active.isTailTorn,
      damagedHeaders: active.damagedHeaders + (isOtherLost ? headerOffsets.length : 0),
    },
    suspects: [...(active.isClean ? [] : [activeIndex]), ...(isOtherSuspect ? [otherIndex] : [])],
  }
}

function nextFreeSeq(scans: readonly FileScan[]): number {
  return Math.max(...scans.map(scan => reachOf(scan) + scan.tornAtMost))
}

function isFurther(left: FileScan, right: FileScan): boolean {
  const difference = reachOf(left) - reachOf(right)
  return difference === 0 ? (left.header?.generation ?? 0) > (right.header?.generation ?? 0) : difference > 0
}

/** The first number the file leaves free. */
function reachOf(scan: FileScan): number {
  return Math.max(scan.header?.nextSeq ?? 1, scan.lastSeq + 1)
}

function mergeRecords(scans: readonly FileScan[]): readonly JournalRecord[] {
  const bySeq = new Map(scans.flatMap(scan => scan.records).map(record => [record.seq, record]))
  return [...bySeq.values()].toSorted((left, right) => left.seq - right.seq)
}
