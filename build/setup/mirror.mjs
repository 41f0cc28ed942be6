import path from 'node:path'
import { capture } from './process.mjs'
import { nullTerminated, transfer } from './transfer.mjs'
import { differences, readTree } from './tree.mjs'

/** Not copied: made anew in the copy, or of no use there. */
const notMirrored = new Set(['.git', '.guichet', 'dist', 'node_modules', 'test-results', 'bench-results.json'])

/** @typedef {{ readonly uid?: number, readonly gid?: number }} RunAs */

/**
 * Makes the copy equal to the checkout: what is new or changed is copied, what is gone is deleted.
 *
 *  - The copy's own `node_modules`, `dist` and set-up stay.
 *  - The checkout is only read, and no right in it or above it is changed.
 *
 * Held by `mirror.test.ts`.
 *
 * @param {string} checkout
 * @param {string} copy
 * @param {RunAs} account whom the copy belongs to
 * @returns {Promise<number>} how many files were copied or deleted
 */
export async function mirror(checkout, copy, account) {
  const { copied, deleted } = differences(readTree(checkout, notMirrored), readTree(copy, notMirrored))
  const there = { ...account, cwd: copy }
  if (deleted.length > 0) {
    await capture('xargs', ['--null', 'rm', '--force', '--'], { ...there, input: nullTerminated(deleted) })
    await removeEmptyFolders(deleted, there)
  }
  if (copied.length > 0) {
    await transfer(copied, { cwd: checkout }, { ...there, options: ['--no-same-owner', '--preserve-permissions'] })
  }
  return copied.length + deleted.length
}

/**
 * @param {readonly string[]} deleted
 * @param {import('./process.mjs').RunOptions} there
 */
async function removeEmptyFolders(deleted, there) {
  const folders = [...new Set(deleted.map(file => path.dirname(file)))].filter(folder => folder !== '.')
  if (folders.length === 0) return
  const input = nullTerminated(folders)
  // A folder that went with its parent, or that still holds something, is no failure.
  await capture('xargs', ['--null', 'rmdir', '--parents', '--'], { ...there, input }).catch(() => undefined)
}
