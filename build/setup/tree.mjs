import { lstatSync, readdirSync, readlinkSync } from 'node:fs'
import path from 'node:path'

/**
 * What tells one state of a file from another: kind, size and time of change for a file, the target for a link.
 *
 * @typedef {string} Fingerprint
 */

/**
 * Every file and link below a folder, by its path from there. Nothing is followed, and what cannot be a source
 * (sockets, devices) is left out.
 *
 * @param {string} folder may be missing, then the tree is empty
 * @param {ReadonlySet<string>} [excluded] paths from the folder's top, not entered
 * @returns {ReadonlyMap<string, Fingerprint>} in the order of their names
 */
export function readTree(folder, excluded = new Set()) {
  /** @type {Map<string, Fingerprint>} */
  const tree = new Map()
  enter('')
  return tree

  /** @param {string} below */
  function enter(below) {
    for (const entry of entriesOf(path.join(folder, below))) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`
      if (excluded.has(file)) continue
      if (entry.isDirectory()) enter(file)
      else if (entry.isFile() || entry.isSymbolicLink()) tree.set(file, fingerprint(path.join(folder, file)))
    }
  }
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/**
 * @param {string} file
 * @returns {Fingerprint}
 */
export function fingerprint(file) {
  const { mode, size, mtimeMs } = lstatSync(file)
  if ((mode & 0o170000) === 0o120000) return `link ${readlinkSync(file)}`
  return `file ${mode & 0o777} ${size} ${Math.floor(mtimeMs)}`
}

/** @param {unknown} error */
export function isMissing(error) {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/**
 * What has to be done to one tree so that it becomes another.
 *
 * @param {ReadonlyMap<string, Fingerprint>} wanted
 * @param {ReadonlyMap<string, Fingerprint>} found
 */
export function differences(wanted, found) {
  return {
    copied: [...wanted].filter(([file, print]) => found.get(file) !== print).map(([file]) => file),
    deleted: [...found.keys()].filter(file => !wanted.has(file)),
  }
}
