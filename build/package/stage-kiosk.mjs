import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimes } from './archive.mjs'

/** What the kiosk is made of, in `dist/`. */
export const kioskParts = ['electron', 'kiosk']

/**
 * Lays out what goes into the kiosk's archive: the built parts without their source maps, the stamp, and a description of
 * the program with no dependencies in it.
 *
 * @param {string} folder made anew
 * @param {import('./make-stamp.mjs').Stamp} stamp
 * @param {{ readonly license: string, readonly epoch: number }} about
 */
export async function stageKiosk(folder, stamp, { license, epoch }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of kioskParts) {
    cpSync(path.join('dist', part), path.join(folder, 'dist', part), {
      recursive: true,
      filter: file => !file.endsWith('.map'),
    })
  }
  const description = {
    name: 'guichet',
    productName: 'guichet',
    version: stamp.release,
    description: 'The in-cell terminal of a prison',
    homepage: 'https://guichet.invalid',
    license,
    private: true,
    type: 'module',
    main: 'dist/electron/main.js',
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
  writeFileSync(path.join(folder, 'dist/electron/build.json'), `${JSON.stringify(stamp, null, 2)}\n`)
  await setTimes(folder, epoch)
}
