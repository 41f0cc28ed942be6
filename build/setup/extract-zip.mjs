import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Unpacks the files of a zip that `place` gives a path to.
 *
 *  - The rights stored with a file are kept, less what others could write.
 *  - A name that leads out of the folder is refused, by yauzl and again here.
 *
 * @param {typeof import('yauzl')} yauzl handed in, because set-up runs before its own packages are there
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where below the folder a file goes; `undefined` leaves it out
 */
export async function extractZip(yauzl, zip, folder, place) {
  const archive = await yauzl.openPromise(zip, { lazyEntries: true, autoClose: true })
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? undefined : place(entry.fileName)
    if (name === undefined) continue
    const target = path.join(folder, name)
    if (!target.startsWith(folder + path.sep)) throw new Error(`${zip} holds a file that leads out of it: ${name}`)
    mkdirSync(path.dirname(target), { recursive: true })
    const mode = ((entry.externalFileAttributes >>> 16) & 0o755) | 0o644
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }))
  }
}
