import { chownSync, statSync } from 'node:fs'
import path from 'node:path'
import { transfer } from './transfer.mjs'
import { differences, fingerprint, isMissing, readTree } from './tree.mjs'

/** What a person wants to find in the checkout after a run. */
export const outputs = ['bench-results.json', 'dist/package', 'docs/escape-matrix.md', 'docs/pictures', 'test-results']

/** @typedef {{ readonly uid: number, readonly gid: number }} Owner */

/**
 * Brings what a run made back into the checkout, owned by whoever owns the checkout.
 * A link is left behind: one that the account planted could lead a reader in the checkout anywhere.
 *
 * @param {string} checkout
 * @param {string} copy
 * @param {Owner} account whom the copy belongs to
 */
export async function bringBack(checkout, copy, account) {
  const owner = statSync(checkout)
  for (const output of outputs) {
    const changed = differences(outputFiles(copy, output), outputFiles(checkout, output)).copied
    if (changed.length > 0) await bringFiles(changed, { ...account, cwd: copy }, { owner, checkout })
  }
}

/**
 * @param {readonly string[]} files
 * @param {import('./transfer.mjs').Side} copy
 * @param {{ readonly owner: Owner, readonly checkout: string }} checkout
 */
async function bringFiles(files, copy, { owner, checkout }) {
  // A file that turned into a link since it was listed comes as what the account itself can read behind it.
  await transfer(
    files,
    { ...copy, options: ['--dereference', '--hard-dereference', ...ownedBy(owner)] },
    { cwd: checkout, options: ['--numeric-owner'] },
  )
  for (const folder of foldersOf(files)) chownSync(path.join(checkout, folder), owner.uid, owner.gid)
}

/**
 * What makes an archive say that its files are somebody's. A number behind a `+`, as the manual of `tar` also has it, is
 * silently taken for nothing by version 1.34.
 *
 * @param {Owner} owner
 */
export function ownedBy({ uid, gid }) {
  return [`--owner=:${uid}`, `--group=:${gid}`]
}

/**
 * @param {string} folder
 * @param {string} output a file or a folder
 * @returns {ReadonlyMap<string, string>}
 */
function outputFiles(folder, output) {
  const place = path.join(folder, output)
  const tree = [...readTree(place)].map(([file, print]) => /** @type {const} */ ([`${output}/${file}`, print]))
  const found = tree.length > 0 ? tree : singleFile(place, output)
  return new Map(found.filter(([, print]) => print.startsWith('file')))
}

/** @type {(place: string, output: string) => (readonly [string, string])[]} */
function singleFile(place, output) {
  try {
    return [[output, fingerprint(place)]]
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Every folder above some files, from the project's top. @param {readonly string[]} files */
function foldersOf(files) {
  const folders = new Set()
  for (const file of files) {
    for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) folders.add(folder)
  }
  return /** @type {ReadonlySet<string>} */ (folders)
}
