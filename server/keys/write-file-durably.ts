import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that is whole and on the disk, under another name than its own. */
export interface StagedFile {
  /** Where it lies until then. */
  readonly stagedAs: string
  /** Puts it in its place, over what is there. Resolves when that is on the disk. */
  readonly put: () => Promise<void>
  /** Takes it away again. Never throws. */
  readonly drop: () => Promise<void>
}

/**
 * Writes a file beside its place, readable by its owner alone. Resolves when it is on the disk; what is in its place stays
 * until `put`. Leaves nothing behind where it fails.
 *
 * The name cannot be guessed and is never one that is there: in a folder that others write in, a link planted there would
 * otherwise lead what is written elsewhere.
 */
export async function stageFile(path: string, content: string): Promise<StagedFile> {
  const stagedAs = `${path}.${randomUUID()}.new`
  const drop = () => rm(stagedAs, { force: true }).catch(() => undefined)
  try {
    await writeSynced(stagedAs, content)
  } catch (error) {
    await drop()
    throw error
  }
  const put = async () => {
    await rename(stagedAs, path)
    await syncFolder(dirname(path))
  }
  return { stagedAs, put, drop }
}

/**
 * Writes a file that is there whole or not at all, also across a power cut, readable by its owner alone:
 * a new file, fsync, rename over the old one, fsync of the folder. A link in its place is replaced, not followed.
 */
export async function writeFileDurably(path: string, content: string): Promise<void> {
  const staged = await stageFile(path, content)
  try {
    await staged.put()
  } catch (error) {
    await staged.drop()
    throw error
  }
}

async function writeSynced(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
