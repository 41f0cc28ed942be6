import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isRecord, parseJsonRecord } from '../setup/json.mjs'

/**
 * @typedef {object} InstalledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license as its author wrote it, `NOASSERTION` where there is nothing
 * @property {string} place from the project's top, `node_modules/...`
 * @property {string | undefined} integrity as the lock has it
 */

/**
 * The packages that lie at these places.
 *
 * @param {readonly string[]} places the same one may be named more than once
 * @returns {readonly InstalledPackage[]} each once, in the order of their places
 */
export function packagesAt(places) {
  return [...new Set(places)].toSorted().map(describe)
}

/** @type {(place: string) => InstalledPackage} */
function describe(place) {
  const { name, version, license } = parseJsonRecord(readFileSync(path.join(place, 'package.json'), 'utf8'))
  const entry = lockEntry(place)
  return {
    name: String(name),
    version: String(version),
    license: typeof license === 'string' ? license : 'NOASSERTION',
    place,
    integrity: typeof entry['integrity'] === 'string' ? entry['integrity'] : undefined,
  }
}

/** @type {Record<string, unknown> | undefined} */
let locked

/** @param {string} place */
function lockEntry(place) {
  if (locked === undefined) {
    const { packages } = parseJsonRecord(readFileSync('package-lock.json', 'utf8'))
    locked = isRecord(packages) ? packages : {}
  }
  const entry = locked[place]
  return isRecord(entry) ? entry : {}
}
