import { join } from 'node:path'
import { PAGE_BYTES } from './file-header.ts'
import type { DiskFile, FileSystem } from './file-system.ts'
import { endOfData } from './zeros.ts'

/** The two files that take turns at being the journal. */
export const journalFileNames = ['journal-a.bin', 'journal-b.bin'] as const

const CHUNK_BYTES = 1024 * 1024
/** Stands for a byte the disk could not read: never zero, so that it counts as damage and not as free space. */
const UNREADABLE_BYTE = 0xff

/** Both files open. */
export type FilePair = readonly [DiskFile, DiskFile]

/** Opens both files, creating what is missing. When the second cannot be opened the first is closed again. */
export async function openPair(fileSystem: FileSystem, folder: string): Promise<FilePair> {
  const [firstName, secondName] = journalFileNames
  const first = await fileSystem.open(join(folder, firstName))
  try {
    return [first, await fileSystem.open(join(folder, secondName))]
  } catch (error) {
    await first.close()
    throw error
  }
}

/**
 * Makes the file at least `capacityBytes` long, with blocks of its own: zeros are written and synced, not just a length
 * set, so that writing into it later needs no room on the disk and changes nothing but the blocks themselves.
 */
export async function preallocate(file: DiskFile, capacityBytes: number): Promise<void> {
  const size = await file.size()
  if (size >= capacityBytes) return
  const zeros = Buffer.alloc(Math.min(CHUNK_BYTES, capacityBytes - size))
  for (let position = size; position < capacityBytes; position += zeros.length) {
    await file.write(zeros.subarray(0, Math.min(zeros.length, capacityBytes - position)), position)
  }
  await file.fdatasync()
}

/**
 * Everything in the file. A page the disk cannot read does not take its neighbours with it: it comes back as bytes that
 * are no record and no free space.
 *
 * Only what is not free space is copied: pages of fresh memory that nobody writes to take up none, and a journal is mostly
 * free space.
 */
export async function readWhole(file: DiskFile): Promise<Buffer> {
  const bytes = Buffer.alloc(await file.size())
  const scratch = Buffer.alloc(Math.min(CHUNK_BYTES, bytes.length))
  for (let position = 0; position < bytes.length; position += CHUNK_BYTES) {
    const chunk = scratch.subarray(0, Math.min(CHUNK_BYTES, bytes.length - position))
    await file.read(chunk, position).catch(() => readPages(file, chunk, position))
    chunk.copy(bytes, position, 0, endOfData(chunk))
  }
  return bytes
}

async function readPages(file: DiskFile, target: Buffer, from: number): Promise<void> {
  for (let offset = 0; offset < target.length; offset += PAGE_BYTES) {
    const page = target.subarray(offset, offset + PAGE_BYTES)
    await file.read(page, from + offset).catch(() => page.fill(UNREADABLE_BYTE))
  }
}
