import { bytesToUuid, concatBytes, holdsAt, readUint48, uuidToBytes, viewOf, writeUint48 } from './bytes.ts'
import { crc32 } from './crc32.ts'

/** A header copy has a page to itself: no later write touches the page, and damage to one page leaves the others. */
export const PAGE_BYTES = 4096
/** Where the two near copies of the header lie. */
export const headerOffsets = [0, PAGE_BYTES] as const
/** Where records begin. */
export const RECORDS_START = 2 * PAGE_BYTES

/** The first page boundary at or behind `offset`. */
export function nextPage(offset: number): number {
  return Math.ceil(offset / PAGE_BYTES) * PAGE_BYTES
}

/**
 * Where records end, and the far copy of the header has the file's last page. Without the key in the header no record can be
 * read, and the two near copies can die together: they are neighbours on the disk.
 */
export function recordsEnd(capacityBytes: number): number {
  return capacityBytes - PAGE_BYTES
}

/** The version this code writes. It also reads version 1, which is not sealed. */
export const FORMAT_VERSION = 2
/** Bytes of a file's random id. It is new each time the file is written afresh, so that what lay there before is stale. */
export const FILE_ID_BYTES = 8

/** What a journal file says about itself. */
export interface FileFacts {
  readonly version: number
  readonly fileId: Uint8Array
  /** Counts the times a file was written afresh; of the two files the higher one is the journal. */
  readonly generation: number
  /** No record outside this file has this number or a higher one. */
  readonly nextSeq: number
  /** How many records compaction put in, before the header: one of these missing is damage, never a tear. */
  readonly copied: number
  /** The size the file had, so that a file cut short is noticed. */
  readonly capacityBytes: number
}

/** The file's data key, twice: for the terminal's own storage key and for the prison's recovery key. */
export interface HeldDataKey {
  /** Whose journal it is. */
  readonly prisonId: string
  /** Nonce, ciphertext and tag under the storage key: 60 bytes. */
  readonly wrapped: Uint8Array
  /** HPKE to the recovery key: the sender's one-time key, 65 bytes, ciphertext and tag, 48. */
  readonly sealed: Uint8Array
  readonly recoveryKeyId: string
}

/** Written last when a file is written afresh: only then does the file count. `dataKey` is of version 2. */
export interface FileHeader extends FileFacts {
  readonly dataKey: HeldDataKey | undefined
}

const MAGIC = new TextEncoder().encode('GUICHETJ')
const at = { version: 8, fileId: 12, generation: 20, nextSeq: 26, copied: 32, capacity: 36, crc: 48 } as const
const V1_BYTES = 52
/** The second part, of version 2. Its checksum covers both. */
const sealedAt = { prisonId: 52, wrapped: 68, sealed: 128, keyId: 241, crc: 308 } as const
const V2_BYTES = 312
const MAX_KEY_ID_BYTES = 64

/** The bytes that say what the file is, which both copies of the data key are bound to. */
export function encodeFacts(facts: FileFacts, prisonId: string): Uint8Array<ArrayBuffer> {
  return concatBytes(encodeFirstPart(facts), uuidToBytes(prisonId))
}

function encodeFirstPart(facts: FileFacts): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(V1_BYTES)
  const view = viewOf(bytes)
  bytes.set(MAGIC)
  view.setUint32(at.version, facts.version, true)
  bytes.set(facts.fileId, at.fileId)
  writeUint48(view, at.generation, facts.generation)
  writeUint48(view, at.nextSeq, facts.nextSeq)
  view.setUint32(at.copied, facts.copied, true)
  writeUint48(view, at.capacity, facts.capacityBytes)
  // In this place in every version: an older program sees that the file is of a later one, and leaves it alone.
  view.setUint32(at.crc, crc32(bytes.subarray(0, at.crc)), true)
  return bytes
}

/** A whole page: the header and zeros. */
export function encodeHeader(header: FileHeader): Uint8Array<ArrayBuffer> {
  const page = new Uint8Array(PAGE_BYTES)
  page.set(encodeFirstPart(header))
  if (header.dataKey === undefined) return page
  const { prisonId, wrapped, sealed, recoveryKeyId } = header.dataKey
  const keyId = new TextEncoder().encode(recoveryKeyId)
  if (keyId.length > MAX_KEY_ID_BYTES) throw new RangeError('the id of a recovery key has 64 bytes at most')
  page.set(uuidToBytes(prisonId), sealedAt.prisonId)
  page.set(wrapped, sealedAt.wrapped)
  page.set(sealed, sealedAt.sealed)
  page[sealedAt.keyId] = keyId.length
  page.set(keyId, sealedAt.keyId + 1)
  viewOf(page).setUint32(sealedAt.crc, crc32(page.subarray(0, sealedAt.crc)), true)
  return page
}

/** The header copy at `offset`, or `undefined` when it is missing or damaged. */
export function decodeHeader(bytes: Uint8Array, offset: number): FileHeader | undefined {
  const facts = decodeFacts(bytes.subarray(offset, offset + V1_BYTES))
  if (facts === undefined || facts.version !== FORMAT_VERSION) return facts && { ...facts, dataKey: undefined }
  const dataKey = decodeDataKey(bytes.subarray(offset, offset + V2_BYTES))
  return dataKey && { ...facts, dataKey }
}

function decodeFacts(bytes: Uint8Array): FileFacts | undefined {
  if (bytes.length < V1_BYTES || !holdsAt(bytes, 0, MAGIC)) return undefined
  const view = viewOf(bytes)
  if (crc32(bytes.subarray(0, at.crc)) !== view.getUint32(at.crc, true)) return undefined
  return {
    version: view.getUint32(at.version, true),
    fileId: bytes.slice(at.fileId, at.fileId + FILE_ID_BYTES),
    generation: readUint48(view, at.generation),
    nextSeq: readUint48(view, at.nextSeq),
    copied: view.getUint32(at.copied, true),
    capacityBytes: readUint48(view, at.capacity),
  }
}

function decodeDataKey(bytes: Uint8Array): HeldDataKey | undefined {
  if (bytes.length < V2_BYTES) return undefined
  if (crc32(bytes.subarray(0, sealedAt.crc)) !== viewOf(bytes).getUint32(sealedAt.crc, true)) return undefined
  const keyIdStart = sealedAt.keyId + 1
  const keyId = bytes.subarray(keyIdStart, keyIdStart + Math.min(MAX_KEY_ID_BYTES, bytes[sealedAt.keyId] ?? 0))
  return {
    prisonId: bytesToUuid(bytes.subarray(sealedAt.prisonId, sealedAt.wrapped)),
    wrapped: bytes.slice(sealedAt.wrapped, sealedAt.sealed),
    sealed: bytes.slice(sealedAt.sealed, sealedAt.keyId),
    recoveryKeyId: new TextDecoder().decode(keyId),
  }
}
