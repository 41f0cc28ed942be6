import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { dependencyKey } from './dependencies.mjs'

/** What npm reads. */
const manifests = ['package.json', 'package-lock.json', '.npmrc']

const KEEP_DEPENDENCIES_MS = 14 * 24 * 60 * 60 * 1000

/**
 * A folder for each set of dependencies, shared by all checkouts that want the same.
 *
 * @param {string} checkout
 * @param {string} cache
 * @returns {string} it has what npm reads; whether it has what npm installs is another question
 */
export function ensureDependencyFolder(checkout, cache) {
  const all = path.join(cache, 'dependencies')
  const folder = path.join(all, dependencyKey(checkout))
  mkdirSync(folder, { recursive: true })
  for (const file of manifests) {
    if (existsSync(path.join(checkout, file))) copyFileSync(path.join(checkout, file), path.join(folder, file))
  }
  utimesSync(folder, new Date(), new Date())
  removeUnused(all)
  return folder
}

/** Removes what no checkout has asked for in a fortnight. @param {string} all */
function removeUnused(all) {
  for (const name of readdirSync(all)) {
    const folder = path.join(all, name)
    if (Date.now() - lstatSync(folder).mtimeMs > KEEP_DEPENDENCIES_MS) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Gives a checkout without `node_modules` of its own a link to the installed ones, for editors and for `guichet`.
 *
 * @param {string} checkout
 * @param {string} dependencies
 */
export function linkDependencies(checkout, dependencies) {
  const place = path.join(checkout, 'node_modules')
  const found = lstatSync(place, { throwIfNoEntry: false })
  if (found !== undefined && !found.isSymbolicLink()) return
  rmSync(place, { force: true })
  symlinkSync(path.join(dependencies, 'node_modules'), place)
}
