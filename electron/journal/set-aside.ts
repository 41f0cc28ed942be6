import { join } from 'node:path'
import { readWhole } from '#shared/journal/journal-files.ts'
import { endOfData } from '#shared/journal/zeros.ts'
import { holdsAll } from './compare-copies.ts'
import type { DiskFile, FileSystem } from './file-system.ts'

/** How many copies stay. They hold what people confirmed, so they may not pile up; the oldest goes first. */
export const SET_ASIDE_LIMIT = 8

const copyName = /^journal-damaged-(\d+)\.bin$/

export interface SetAside {
  readonly name: string
  /** Otherwise an earlier start copied it. */
  readonly isNew: boolean
}

/**
 * Copies the bytes of a damaged file to `journal-damaged-<n>.bin`, without the empty space at its end, and returns that
 * name. Best effort: a full disk gives `undefined` and leaves nothing behind, and recovery goes on. So does a folder that has
 * `limit` copies already, where that is less than `SET_ASIDE_LIMIT`.
 *
 * A file that says nothing, as far as the disk still reads it, is not copied. What a copy holds already is not copied again, and a copy that the new one holds goes first.
 */
export async function setAside(
  fileSystem: FileSystem,
  folder: string,
  bytes: Uint8Array,
  limit = SET_ASIDE_LIMIT,
): Promise<SetAside | undefined> {
  try {
    const content = bytes.subarray(0, endOfData(bytes))
    if (holdsAll(new Uint8Array(0), content)) return undefined
    const copies = await compareCopies(fileSystem, folder, content)
    const holding = copies.find(({ isHolding }) => isHolding)
    if (holding !== undefined) return { name: nameOf(holding.n), isNew: false }
    if (limit < SET_ASIDE_LIMIT && copies.length >= limit) return undefined
    const name = nameOf((copies.at(-1)?.n ?? 0) + 1)
    await writeCopy(fileSystem, join(folder, name), content)
    for (const n of needless(copies)) await fileSystem.remove(join(folder, nameOf(n)))
    await fileSystem.syncFolder(folder)
    return { name, isNew: true }
  } catch {
    return undefined
  }
}

/** A copy that lies there, beside what is to be set aside. */
interface Copy {
  readonly n: number
  /** It has everything the new one has. */
  readonly isHolding: boolean
  /** The new one has everything it has. */
  readonly isHeld: boolean
}

/** The oldest first. One at a time: each may be as large as a journal. */
async function compareCopies(fileSystem: FileSystem, folder: string, content: Uint8Array): Promise<readonly Copy[]> {
  const numbers = (await fileSystem.list(folder)).flatMap(name => copyName.exec(name)?.[1] ?? []).map(Number)
  const copies: Copy[] = []
  for (const n of numbers.toSorted((left, right) => left - right)) {
    const copy = await readCopy(fileSystem, join(folder, nameOf(n)))
    copies.push({
      n,
      isHolding: copy !== undefined && holdsAll(copy, content),
      isHeld: copy !== undefined && holdsAll(content, copy),
    })
  }
  return copies
}

/** `undefined` where the disk does not give it any more: nothing is known of it, so it counts as another. */
async function readCopy(fileSystem: FileSystem, path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await fileSystem.open(path)
    try {
      return await readWhole(file)
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/** Which copies go once there is a new one: those it holds, then the oldest, down to the limit. */
function needless(copies: readonly Copy[]): readonly number[] {
  const held = copies.filter(({ isHeld }) => isHeld)
  const others = copies.filter(({ isHeld }) => !isHeld)
  return [...held, ...others.slice(0, Math.max(0, others.length + 1 - SET_ASIDE_LIMIT))].map(({ n }) => n)
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
