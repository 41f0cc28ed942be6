import { join } from 'node:path'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import type { DiskFile, FileSystem } from './file-system.ts'

const CHUNK_BYTES = 1024 * 1024

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
