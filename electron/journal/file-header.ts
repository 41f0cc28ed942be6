import { crc32 } from 'node:zlib'
import { FILE_ID_BYTES } from './record-format.ts'

/** A header copy has a page to itself: no later write touches the page, and damage to one page leaves the other copy. */
export const PAGE_BYTES = 4096
/** Where the two copies of the header lie. */
export const headerOffsets = [0, PAGE_BYTES] as const
/** Where records begin. */
export const RECORDS_START = 2 * PAGE_BYTES

/** The first page boundary at or behind `offset`. */
export function nextPage(offset: number): number {
  return Math.ceil(offset / PAGE_BYTES) * PAGE_BYTES
}

const MAGIC = Buffer.from('GUICHETJ', 'latin1')
const HEADER_BYTES = 52
const CRC_OFFSET = 48

/** The version this code writes, and the only one it reads. The checksum keeps its place in every version. */
export const FORMAT_VERSION = 1

/** What a journal file says about itself. Written last when a file is written afresh: only then does the file count. */
export interface FileHeader {
  readonly version: number
  readonly fileId: Buffer
  /** Counts the times a file was written afresh; of the two files the higher one is the journal. */
  readonly generation: number
  /** No record outside this file has this number or a higher one. */
  readonly nextSeq: number
  /** How many records compaction put in, before the header: one of these missing is damage, never a tear. */
  readonly copied: number
  /** The size the file had, so that a file cut short is noticed. */
  readonly capacityBytes: number
}

/** A whole page: the header and zeros. */
export function encodeHeader(header: FileHeader): Buffer {
  const page = Buffer.alloc(PAGE_BYTES)
  MAGIC.copy(page)
  page.writeUInt32LE(header.version, 8)
  header.fileId.copy(page, 12)
  page.writeUIntLE(header.generation, 20, 6)
  page.writeUIntLE(header.nextSeq, 26, 6)
  page.writeUInt32LE(header.copied, 32)
  page.writeUIntLE(header.capacityBytes, 36, 6)
  page.writeUInt32LE(crc32(page.subarray(0, CRC_OFFSET)), CRC_OFFSET)
  return page
}

/** The header copy at `offset`, or `undefined` when it is missing or damaged. */
export function decodeHeader(bytes: Buffer, offset: number): FileHeader | undefined {
  const header = bytes.subarray(offset, offset + HEADER_BYTES)
  if (header.length < HEADER_BYTES || !MAGIC.equals(header.subarray(0, MAGIC.length))) return undefined
  if (crc32(header.subarray(0, CRC_OFFSET)) !== header.readUInt32LE(CRC_OFFSET)) return undefined
  return {
    version: header.readUInt32LE(8),
    fileId: Buffer.from(header.subarray(12, 12 + FILE_ID_BYTES)),
    generation: header.readUIntLE(20, 6),
    nextSeq: header.readUIntLE(26, 6),
    copied: header.readUInt32LE(32),
    capacityBytes: header.readUIntLE(36, 6),
  }
}
