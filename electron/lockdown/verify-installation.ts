import { webcrypto, type KeyObject } from 'node:crypto'
import type { Dirent, Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { changed, readManifest, type InstalledFile } from './installation-manifest.ts'

/*
 * Threat: somebody who can write into the program's folder for a moment (a disk out of the terminal, a stick, a technician's
 * mistake) leaves a changed script, a library or a page there, and it runs with everything the terminal may do from then on.
 * Electron compares its archive with a checksum on other systems, not on Linux. So the kiosk compares itself with the signed
 * list it was packaged with, while it starts, and nothing is shown before that was good.
 *
 * It does not hold against who changes the program so that it no longer looks: that takes a root-owned, read-only file
 * system and a verified boot (docs/decisions/0013-packages.md).
 */

/** The file system without the runtime's view into archives: an archive is one file here. */
export interface PlainFiles {
  readFile(file: string): Promise<Buffer>
  readdir(folder: string, options: { withFileTypes: true }): Promise<Dirent[]>
  open(file: string): Promise<Pick<FileHandle, 'read' | 'close'> & { stat(): Promise<Pick<Stats, 'size'>> }>
}

export interface Installation {
  /** The folder the program is installed in. */
  readonly root: string
  /** Its signer's public half. */
  readonly publicKey: KeyObject
  readonly files: PlainFiles
}

const MANIFEST = 'resources/integrity.json'
const SIGNATURE = 'resources/integrity.json.sig'

/** How many pieces are read and hashed at once: as many as a terminal has processors, without taking all the pool's threads. */
const AT_ONCE = 2

/**
 * Compares every file of the installation with its signed list.
 *
 *  - Refuses a file that was changed, is missing, or was added, and a link.
 *  - Throws `INSTALLATION_CHANGED`, also where the list or a file cannot be read.
 *  - Reads and hashes on the runtime's threads, so that the start goes on meanwhile.
 *
 * Held by `verify-installation.test.ts`.
 */
export async function verifyInstallation({ root, publicKey, files }: Installation): Promise<void> {
  try {
    const [text, signature, found] = await Promise.all([
      files.readFile(path.join(root, MANIFEST)),
      files.readFile(path.join(root, SIGNATURE)),
      listFiles(files, root),
    ])
    const manifest = readManifest(text, signature, publicKey)
    assertSameNames(manifest.files, found)
    const waiting = manifest.files.toSorted((a, b) => b.size - a.size)
    for (const file of waiting) await verifyFile(files, root, file, manifest.chunkBytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'INSTALLATION_CHANGED') throw error
    throw changed('the installation cannot be read', { cause: error })
  }
}

function assertSameNames(listed: readonly InstalledFile[], found: readonly string[]): void {
  const names = new Set(found)
  for (const file of listed) {
    if (!names.delete(file.path)) throw changed(`${file.path} is missing`)
  }
  names.delete(MANIFEST)
  names.delete(SIGNATURE)
  const [added] = names
  if (added !== undefined) throw changed(`${added} was added`)
}

async function listFiles(files: PlainFiles, root: string, below = ''): Promise<string[]> {
  const entries = await files.readdir(path.join(root, below), { withFileTypes: true })
  const lists = entries.map(async entry => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return listFiles(files, root, name)
    if (!entry.isFile()) throw changed(`${name} is neither a file nor a folder`)
    return [name]
  })
  return (await Promise.all(lists)).flat()
}

async function verifyFile(files: PlainFiles, root: string, file: InstalledFile, chunkBytes: number): Promise<void> {
  const handle = await files.open(path.join(root, file.path))
  try {
    if ((await handle.stat()).size !== file.size) throw changed(`${file.path} has another size`)
    if (file.chunks.length !== Math.ceil(file.size / chunkBytes)) throw changed(`${file.path} is listed wrongly`)
    let next = 0
    const work = async (): Promise<void> => {
      const piece = new Uint8Array(new ArrayBuffer(Math.min(chunkBytes, file.size)))
      for (let index = next; index < file.chunks.length; index = next) {
        next += 1
        const { bytesRead } = await handle.read(piece, 0, piece.length, index * chunkBytes)
        const digest = await webcrypto.subtle.digest('SHA-256', piece.subarray(0, bytesRead))
        if (Buffer.from(digest).toString('hex') !== file.chunks[index]) throw changed(`${file.path} was changed`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    await handle.close()
  }
}
