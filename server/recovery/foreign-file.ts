import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/*
 * Threat: the disk of an old terminal comes from a cell, and whoever had it there may have laid on it what they liked: a link
 * to a file of this server, a pipe that never ends, a file larger than the memory.
 */

/** A plain file of somebody else's disk. Whoever asked for it closes it. */
export interface ForeignFile {
  readonly handle: FileHandle
  readonly size: number
}

/** Opens it to read. Throws the system's error, `ELOOP` for a link, and an error of its own for what is no plain file. */
export async function openForeign(path: string): Promise<ForeignFile> {
  // Without waiting: a pipe would keep who opens it until somebody writes.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new Error(`${path} is no plain file`)
    return { handle, size: found.size }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** The text of a file that may have `mostBytes`. Throws for a larger one, and as `openForeign` does. */
export async function readForeignText(path: string, mostBytes: number): Promise<string> {
  const { handle, size } = await openForeign(path)
  try {
    if (size > mostBytes) throw new Error(`${path} has more than ${mostBytes} bytes`)
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(size), 0, size, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
