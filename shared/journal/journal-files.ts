import { PAGE_BYTES } from './file-header.ts'
import { endOfData } from './zeros.ts'

/** The two files that take turns at being the journal. */
export const journalFileNames = ['journal-a.bin', 'journal-b.bin'] as const

/** What the lock on a journal's folder is called; behind it stands the SHA-256 of the folder's identity, hexadecimal. */
export const JOURNAL_LOCK_PREFIX = 'guichet-journal-'

const CHUNK_BYTES = 1024 * 1024
/** Stands for a byte the disk could not read: never zero, so that it counts as damage and not as free space. */
export const UNREADABLE_BYTE = 0xff

/** A file that may lie on a failing disk. */
export interface ReadableFile {
  size(): Promise<number>
  /** Fills `target` from `position`; rejects when the file is shorter or the disk cannot read. */
  read(target: Uint8Array, position: number): Promise<void>
}

/**
 * Everything in the file. A page the disk cannot read does not take its neighbours with it: it comes back as bytes that
 * are no record and no free space.
 *
 * Only what is not free space is copied: pages of fresh memory that nobody writes to take up none, and a journal is mostly
 * free space.
 */
export async function readWhole(file: ReadableFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.size())
  const scratch = new Uint8Array(Math.min(CHUNK_BYTES, bytes.length))
  for (let position = 0; position < bytes.length; position += CHUNK_BYTES) {
    const chunk = scratch.subarray(0, Math.min(CHUNK_BYTES, bytes.length - position))
    await file.read(chunk, position).catch(() => readPages(file, chunk, position))
    bytes.set(chunk.subarray(0, endOfData(chunk)), position)
  }
  return bytes
}

async function readPages(file: ReadableFile, target: Uint8Array, from: number): Promise<void> {
  for (let offset = 0; offset < target.length; offset += PAGE_BYTES) {
    const page = target.subarray(offset, offset + PAGE_BYTES)
    await file.read(page, from + offset).catch(() => page.fill(UNREADABLE_BYTE))
  }
}
