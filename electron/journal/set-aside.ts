import { join } from 'node:path'
import { endOfData } from '#shared/journal/zeros.ts'
import type { DiskFile, FileSystem } from './file-system.ts'

/** How many copies stay. They hold what people confirmed, so they may not pile up; the oldest goes first. */
export const SET_ASIDE_LIMIT = 8

const copyName = /^journal-damaged-(\d+)\.bin$/

/**
 * Copies the bytes of a damaged file to `journal-damaged-<n>.bin`, without the empty space at its end, and returns that
 * name. Best effort: a full disk gives `undefined` and leaves nothing behind, and recovery goes on.
 */
export async function setAside(fileSystem: FileSystem, folder: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    const numbers = (await fileSystem.list(folder)).flatMap(name => copyName.exec(name)?.[1] ?? []).map(Number)
    const oldestFirst = numbers.toSorted((left, right) => left - right)
    const name = nameOf((oldestFirst.at(-1) ?? 0) + 1)
    await writeCopy(fileSystem, join(folder, name), bytes.subarray(0, endOfData(bytes)))
    const excess = Math.max(0, oldestFirst.length + 1 - SET_ASIDE_LIMIT)
    for (const n of oldestFirst.slice(0, excess)) await fileSystem.remove(join(folder, nameOf(n)))
    await fileSystem.syncFolder(folder)
    return name
  } catch {
    return undefined
  }
}

function nameOf(n: number): string {
  return `journal-damaged-${n}.bin`
}

async function writeCopy(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fileSystem.open(path)
  try {
    await writeAndSync(file, bytes)
  } catch (error) {
    await fileSystem.remove(path)
    throw error
  }
}

async function writeAndSync(file: DiskFile, bytes: Uint8Array): Promise<void> {
  try {
    await file.write(bytes, 0)
    await file.fdatasync()
  } finally {
    await file.close()
  }
}
